package io.mediapreflight.cli.fix;

import io.mediapreflight.cli.audit.ProgressForm;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.FileArguments;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.options.Choice;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.JudgingOptions;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.report.Shell;
import io.mediapreflight.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code preflight fix} was asked to do.
 *
 * @param names directories, files and objects
 * @param judging how originals are judged
 * @param copies what the copies are to be
 * @param dryRun whether to say what would be done, and to write nothing
 * @param shell for which commands are quoted
 * @param jobs how many files are fixed at once
 * @param progress how progress is shown
 * @param objects how the store of objects is accessed
 */
public record FixingOptions(
        List<String> names,
        JudgingOptions judging,
        Copies copies,
        boolean dryRun,
        Shell shell,
        int jobs,
        ProgressForm progress,
        ObjectOptions objects) {
    /** More programs than that would only wait for each other. */
    private static final int MAX_JOBS = 64;

    private static final List<String> SHELLS =
            Arrays.stream(Shell.values()).map(Shell::id).toList();

    /**
     * What the copies are to be.
     *
     * @param directory they go to; empty: each beside its original
     * @param overwrite whether a file that has the name of a copy may be replaced
     * @param passing whether what passes is copied, too
     * @param shape what to do where scaling alone does not help
     * @param strip whether the copies are to have no metadata
     * @param program the user's own FFmpeg; empty: the one that belongs to this program
     */
    record Copies(
            Optional<Path> directory,
            boolean overwrite,
            boolean passing,
            Shape shape,
            boolean strip,
            Optional<Path> program) {}

    public static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE|DIR|s3://BUCKET/KEY")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .build());
        spec.addOption(Flags.shortened("-d", "--output-dir", "DIR"))
                .addOption(Flags.flag("--overwrite"))
                .addOption(Flags.flag("--copy-passing"))
                .addOption(Flags.flag("--dry-run"))
                .addOption(Flags.flag("--crop"))
                .addOption(Flags.flag("--strip-metadata"))
                .addOption(Flags.value("--ffmpeg", "PATH"))
                .addOption(OptionSpec.builder("--shell")
                        .type(String.class)
                        .paramLabel(String.join("|", SHELLS))
                        .completionCandidates(SHELLS)
                        .build())
                .addOption(Flags.value("--jobs", "N"))
                .addOption(ProgressForm.option());
        ObjectOptions.addOptions(spec);
        JudgingOptions.addOptions(spec);
    }

    public static FixingOptions of(ParseResult parsed) throws UsageException {
        List<String> names = parsed.matchedPositionalValue(0, List.of());
        if (names.isEmpty()) {
            throw UsageException.withHelp(Phrase.of("cli:nothing-to-fix"));
        }
        FileArguments.check(names, "fix");
        Copies copies = copies(parsed);
        for (String name : names) {
            if (ObjectOptions.isObject(name) && copies.directory().isEmpty()) {
                throw new UsageException(
                        Phrase.of("cli:needs").with("option", name).with("other", "--output-dir"));
            }
        }
        return new FixingOptions(
                names,
                JudgingOptions.of(parsed),
                copies,
                parsed.hasMatchedOption("--dry-run"),
                shell(parsed),
                jobs(parsed),
                ProgressForm.of(parsed),
                ObjectOptions.of(parsed, names));
    }

    private static Copies copies(ParseResult parsed) throws UsageException {
        Optional<Path> directory = Flags.path(parsed, "--output-dir");
        if (directory.isPresent()
                && (directory.get().toString().isEmpty()
                        || (Files.exists(directory.get()) && !Files.isDirectory(directory.get())))) {
            throw new UsageException(Phrase.of("cli:not-a-directory")
                    .with("option", "--output-dir")
                    .with("file", directory.get().toString()));
        }
        boolean passing = parsed.hasMatchedOption("--copy-passing");
        if (passing && directory.isEmpty()) {
            throw new UsageException(
                    Phrase.of("cli:needs").with("option", "--copy-passing").with("other", "--output-dir"));
        }
        return new Copies(
                directory,
                parsed.hasMatchedOption("--overwrite"),
                passing,
                parsed.hasMatchedOption("--crop") ? Shape.CROP : Shape.PAD,
                parsed.hasMatchedOption("--strip-metadata"),
                program(parsed));
    }

    private static Optional<Path> program(ParseResult parsed) throws UsageException {
        Optional<Path> program = Flags.path(parsed, "--ffmpeg");
        if (program.isPresent() && !(Files.isRegularFile(program.get()) && Files.isExecutable(program.get()))) {
            throw new UsageException(Phrase.of("cli:not-a-program")
                    .with("option", "--ffmpeg")
                    .with("file", program.get().toString()));
        }
        return program.map(Path::toAbsolutePath);
    }

    private static Shell shell(ParseResult parsed) throws UsageException {
        String id = Flags.text(parsed, "--shell").orElse(Shell.POSIX.id());
        for (Shell shell : Shell.values()) {
            if (shell.id().equals(id)) {
                return shell;
            }
        }
        throw Choice.wrong("--shell", SHELLS, id);
    }

    /** FFmpeg itself divides its work between cores, but not all of it. */
    private static int jobs(ParseResult parsed) throws UsageException {
        Optional<String> text = Flags.text(parsed, "--jobs");
        if (text.isEmpty()) {
            return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        }
        if (text.get().matches("\\d{1,3}")) {
            int jobs = Integer.parseInt(text.get());
            if (jobs >= 1 && jobs <= MAX_JOBS) {
                return jobs;
            }
        }
        throw new UsageException(
                Phrase.of("cli:wrong-jobs").with("max", MAX_JOBS).with("value", text.get()));
    }
}
