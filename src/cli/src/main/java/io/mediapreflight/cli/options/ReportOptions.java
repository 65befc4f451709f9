package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How the results of {@code check} and {@code audit} are reported.
 *
 * @param outputs the reports to write
 * @param strict whether a warning counts as a failure
 * @param noColor whether colours are forbidden
 * @param quiet whether to report only what did not pass
 * @param verbose whether to report everything
 */
public record ReportOptions(
        List<OutputRequest> outputs, boolean strict, boolean noColor, boolean quiet, boolean verbose) {
    /** The default where no option is given. */
    public static ReportOptions plain() throws UsageException {
        return new ReportOptions(OutputRequest.pair(List.of(), List.of()), false, false, false, false);
    }

    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.list("--format")
                        .completionCandidates(ReportFormat.ids())
                        .build())
                .addOption(Flags.list("--output").paramLabel("FILE").build())
                .addOption(Flags.flag("--strict"))
                .addOption(Flags.flag("--no-color"))
                .addOption(Flags.flag("-q", "--quiet"))
                .addOption(Flags.flag("-v", "--verbose"));
    }

    public static ReportOptions of(ParseResult parsed) throws UsageException {
        boolean quiet = parsed.hasMatchedOption("--quiet");
        boolean verbose = parsed.hasMatchedOption("--verbose");
        if (quiet && verbose) {
            throw new UsageException(
                    Phrase.of("cli:exclusive").with("one", "--quiet").with("other", "--verbose"));
        }
        return new ReportOptions(
                OutputRequest.pair(
                        parsed.matchedOptionValue("--format", List.of()),
                        parsed.matchedOptionValue("--output", List.of())),
                parsed.hasMatchedOption("--strict"),
                parsed.hasMatchedOption("--no-color"),
                quiet,
                verbose);
    }
}
