package io.mediapreflight.cli;

import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code preflight check} was asked to do.
 *
 * @param names files and URLs, in order; {@code -} is standard input
 * @param subject what is known of all of them beyond their bytes
 * @param outputs the reports to write
 * @param strict whether a warning counts as a failure
 * @param noColor whether colours are forbidden
 * @param quiet whether to tell only what did not pass
 * @param verbose whether to tell everything
 * @param request the request to judge in place of files; its names are among {@code names}
 */
record CheckOptions(
        List<String> names,
        Subject subject,
        List<OutputRequest> outputs,
        boolean strict,
        boolean noColor,
        boolean quiet,
        boolean verbose,
        Optional<RequestFiles> request) {
    static final String STANDARD_INPUT = "-";

    private static final List<String> SLOTS = List.of("image", "video");

    /** Whether there is nothing to parse, which spares most runs the 25 ms that picocli takes to start. */
    static boolean areNamesOnly(String[] args) {
        for (String arg : args) {
            if (arg.startsWith("-") && !arg.equals(STANDARD_INPUT)) {
                return false;
            }
        }
        return true;
    }

    /** What arguments without any option ask for: the same as through picocli. */
    static CheckOptions plain(String[] names) throws UsageException {
        return new CheckOptions(
                checked(List.of(names)),
                Subject.anything(),
                OutputRequest.pair(List.of(), List.of()),
                false,
                false,
                false,
                false,
                Optional.empty());
    }

    static CommandSpec spec(String name) {
        CommandSpec spec = Commands.spec(name);
        Commands.describe(
                spec, "Judges image and video files by their headers, in order, before anything is uploaded.");
        spec.addOption(Flags.value(
                "--request", "REQUEST.json", "Judges a whole request body, with its media, in place of files."));
        RequestFiles.addOptions(spec);
        return spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE|URL")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .description("What to judge. - is standard input; a name that begins with - goes behind --.")
                        .build())
                .addOption(choice("--as", "What the files are meant for; else what their names say.", SLOTS))
                .addOption(choice(
                        "--orientation",
                        "extra_params.character_orientation: 10 s of video at most, or 30 s; else both are judged.",
                        SLOTS))
                .addOption(list("--format", "Form of the report: text (the default), json or jsonl. Repeatable.")
                        .completionCandidates(ReportFormat.IDS)
                        .build())
                .addOption(list(
                                "--output",
                                "Where the report goes, the n-th with the n-th --format; else to standard output.")
                        .paramLabel("FILE")
                        .build())
                .addOption(flag("A warning counts as a failure for the exit code.", "--strict"))
                .addOption(flag("No colours, not even on a terminal. NO_COLOR does the same.", "--no-color"))
                .addOption(flag("Only what did not pass.", "-q", "--quiet"))
                .addOption(flag("Every fact, and the traces of internal errors.", "-v", "--verbose"));
    }

    private static OptionSpec choice(String name, String description, List<String> values) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(String.join("|", values))
                .completionCandidates(values)
                .description(description)
                .build();
    }

    private static OptionSpec.Builder list(String name, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("FORMAT")
                .description(description);
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static CheckOptions of(ParseResult parsed) throws UsageException {
        boolean quiet = parsed.hasMatchedOption("--quiet");
        boolean verbose = parsed.hasMatchedOption("--verbose");
        if (quiet && verbose) {
            throw new UsageException("--quiet and --verbose exclude each other");
        }
        List<String> files = parsed.matchedPositionalValue(0, List.of());
        Optional<RequestFiles> request = request(parsed, files);
        return new CheckOptions(
                request.isPresent() ? request.get().names() : checked(files),
                subject(parsed),
                OutputRequest.pair(
                        parsed.matchedOptionValue("--format", List.of()),
                        parsed.matchedOptionValue("--output", List.of())),
                parsed.hasMatchedOption("--strict"),
                parsed.hasMatchedOption("--no-color"),
                quiet,
                verbose,
                request);
    }

    /** A request says itself what its media are for. */
    private static Optional<RequestFiles> request(ParseResult parsed, List<String> files) throws UsageException {
        Optional<String> name = Flags.text(parsed, "--request");
        List<String> without = name.isEmpty()
                ? List.of("--image-file", "--video-file", "--allow-unknown-fields")
                : List.of("--as", "--orientation");
        for (String option : without) {
            if (parsed.hasMatchedOption(option)) {
                throw new UsageException(
                        name.isEmpty() ? option + " needs --request" : option + " and --request exclude each other");
            }
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!files.isEmpty()) {
            throw new UsageException(
                    "--request takes the place of files: give the media with --image-file and --video-file");
        }
        return Optional.of(RequestFiles.of(name.get(), parsed));
    }

    private static List<String> checked(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            throw new UsageException(
                    "nothing to check: name a file, or - for standard input",
                    Commands.usage(new CommandLine(spec("preflight check"))));
        }
        if (names.indexOf(STANDARD_INPUT) != names.lastIndexOf(STANDARD_INPUT)) {
            throw new UsageException("standard input (-) can be read only once");
        }
        return names;
    }

    private static Subject subject(ParseResult parsed) throws UsageException {
        Subject subject = Subject.anything();
        Optional<String> slot = chosen(parsed, "--as");
        if (slot.isPresent()) {
            subject = subject.in(slot.get().equals("image") ? Slot.IMAGE : Slot.VIDEO);
        }
        Optional<String> orientation = chosen(parsed, "--orientation");
        return orientation.isEmpty()
                ? subject
                : subject.with(orientation.get().equals("image") ? Orientation.IMAGE : Orientation.VIDEO);
    }

    private static Optional<String> chosen(ParseResult parsed, String option) throws UsageException {
        String value = parsed.matchedOptionValue(option, "");
        if (!parsed.hasMatchedOption(option)) {
            return Optional.empty();
        }
        if (!SLOTS.contains(value)) {
            throw new UsageException(option + " is image or video, not '" + value + "'");
        }
        return Optional.of(value);
    }
}
