package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        spec.addOption(Flags.list(
                                "--format",
                                "Form of the report: " + String.join(", ", ReportFormat.ids())
                                        + "; text unless given. Repeatable.")
                        .completionCandidates(ReportFormat.ids())
                        .build())
                .addOption(Flags.list(
                                "--output",
                                "Where the report goes, the n-th with the n-th --format; else to standard output.")
                        .paramLabel("FILE")
                        .build())
                .addOption(flag("A warning counts as a failure for the exit code.", "--strict"))
                .addOption(flag("No colours, not even on a terminal. NO_COLOR does the same.", "--no-color"))
                .addOption(flag("Only what did not pass.", "-q", "--quiet"))
                .addOption(flag("Every fact, and the traces of internal errors.", "-v", "--verbose"));
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    public static ReportOptions of(ParseResult parsed) throws UsageException {
        boolean quiet = parsed.hasMatchedOption("--quiet");
        boolean verbose = parsed.hasMatchedOption("--verbose");
        if (quiet && verbose) {
            throw new UsageException("--quiet and --verbose exclude each other");
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
