package io.mediapreflight.cli.output;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.ReportOptions;
import io.mediapreflight.report.JsonReport;
import io.mediapreflight.report.JsonlReport;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.report.TextReport;
import java.io.OutputStream;
import java.util.List;

/** The reports of a check, whose text has a column as wide as the names. */
public final class CheckForm implements Destinations.Form {
    /** A name longer than this pushes its own line on, not everybody's. */
    private static final int WIDEST_NAME = 44;

    private final ReportOptions options;
    private final List<String> names;
    private final boolean colours;

    public CheckForm(ReportOptions options, List<String> names, Console console) {
        this.options = options;
        this.names = names;
        this.colours = console.coloured() && !options.noColor();
    }

    @Override
    public Report report(ReportFormat format, OutputStream out, boolean onScreen) {
        return switch (format) {
            case TEXT ->
                new TextReport(
                        out,
                        new TextReport.Style(onScreen && colours, options.quiet(), options.verbose(), nameWidth()));
            case JSON -> new JsonReport(out, Version.tool());
            case JSONL -> new JsonlReport(out);
        };
    }

    private int nameWidth() {
        int width = 0;
        for (String name : names) {
            String visible = SourceName.of(name).visible();
            int length = visible.codePointCount(0, visible.length());
            width = length <= WIDEST_NAME ? Math.max(width, length) : width;
        }
        return width;
    }
}
