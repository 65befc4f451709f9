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
 * @param thumbnails whether the page of HTML shows small images
 * @param delimiter between the cells of a table
 * @param ignored the rules that do not count
 * @param strict whether a warning counts as a failure
 * @param color whether standard output has colours
 * @param quiet whether to report only what did not pass
 * @param verbose whether to report everything
 */
public record ReportOptions(
        List<OutputRequest> outputs,
        boolean thumbnails,
        char delimiter,
        IgnoredRules ignored,
        boolean strict,
        ColorChoice color,
        boolean quiet,
        boolean verbose) {
    /** The default where no option but the form is given. */
    public static ReportOptions plain(List<String> formats) throws UsageException {
        return new ReportOptions(
                OutputRequest.pair(formats, List.of()),
                /* thumbnails= */ false,
                Delimiter.DEFAULT,
                IgnoredRules.none(),
                false,
                ColorChoice.AUTO,
                false,
                false);
    }

    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.list("-f", "--format")
                        .completionCandidates(ReportFormat.ids())
                        .build())
                .addOption(Flags.list("-o", "--output").paramLabel("FILE").build());
        Delimiter.addOption(spec);
        IgnoredRules.addOption(spec);
        spec.addOption(Flags.negatable("--strict"));
        ColorChoice.addOptions(spec);
        spec.addOption(Flags.flag("-q", "--quiet")).addOption(Flags.flag("-v", "--verbose"));
    }

    public static ReportOptions of(ParseResult parsed) throws UsageException {
        boolean quiet = parsed.hasMatchedOption("--quiet");
        boolean verbose = parsed.hasMatchedOption("--verbose");
        if (quiet && verbose) {
            throw new UsageException(
                    Phrase.of("cli:exclusive").with("one", "--quiet").with("other", "--verbose"));
        }
        List<OutputRequest> outputs = OutputRequest.pair(
                parsed.matchedOptionValue("--format", List.of()), parsed.matchedOptionValue("--output", List.of()));
        return new ReportOptions(
                outputs,
                ThumbnailsOption.of(parsed, outputs),
                Delimiter.of(parsed, outputs),
                IgnoredRules.of(parsed),
                Flags.isSet(parsed, "--strict"),
                ColorChoice.of(parsed),
                quiet,
                verbose);
    }
}
