package io.mediapreflight.cli.output;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.ReportOptions;
import io.mediapreflight.report.AuditTextReport;
import io.mediapreflight.report.JsonReport;
import io.mediapreflight.report.JsonlReport;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.TextReport;
import java.io.OutputStream;

/** The reports of an audit, whose text is grouped by folder. */
public final class AuditForm implements Destinations.Form {
    private final ReportOptions options;
    private final boolean colours;

    public AuditForm(ReportOptions options, Console console) {
        this.options = options;
        this.colours = console.coloured() && !options.noColor();
    }

    @Override
    public Report report(ReportFormat format, OutputStream out, boolean onScreen) {
        return switch (format) {
            case TEXT ->
                new AuditTextReport(
                        out, new TextReport.Style(onScreen && colours, options.quiet(), options.verbose(), 0));
            case JSON -> new JsonReport(out, Version.tool());
            case JSONL -> new JsonlReport(out);
        };
    }
}
