package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Whether the page of HTML shows small images of what is in its table: an option of {@code check} and {@code audit}. */
public final class ThumbnailsOption {
    private static final String OPTION = "--thumbnails";
    private static final String NEEDED = "--format html";

    private ThumbnailsOption() {}

    public static void addOption(CommandSpec spec) {
        spec.addOption(Flags.flag(OPTION));
    }

    /** @param outputs the reports of the run, of which one must be such a page */
    static boolean of(ParseResult parsed, List<OutputRequest> outputs) throws UsageException {
        if (!parsed.hasMatchedOption(OPTION)) {
            return false;
        }
        if (outputs.stream().noneMatch(output -> output.format() == ReportFormat.HTML)) {
            throw new UsageException(
                    Phrase.of("cli:needs").with("option", OPTION).with("other", NEEDED));
        }
        return true;
    }
}
