package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How {@code check} and {@code audit} judge and report.
 *
 * @param subject what is known of all media beyond their bytes
 * @param report how the results are reported
 * @param deep what is looked at beside the headers
 * @param limits to judge by
 */
public record JudgingOptions(Subject subject, ReportOptions report, DeepOptions deep, Limits limits) {
    /** What is done where nothing but a form was asked for: the same as through picocli. */
    public static JudgingOptions plain(List<String> formats) throws UsageException {
        return new JudgingOptions(
                Subject.anything(), ReportOptions.plain(formats), DeepOptions.NONE, Limits.klingV3MotionControl());
    }

    public static void addOptions(CommandSpec spec) {
        SubjectOptions.addOptions(spec);
        ReportOptions.addOptions(spec);
        DeepOptions.addOptions(spec);
        LimitsOption.addOption(spec);
    }

    public static JudgingOptions of(ParseResult parsed) throws UsageException {
        return new JudgingOptions(
                SubjectOptions.of(parsed), ReportOptions.of(parsed), DeepOptions.of(parsed), LimitsOption.of(parsed));
    }
}
