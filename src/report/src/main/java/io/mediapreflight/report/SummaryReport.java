package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The end of an audit's text alone: for the terminal of a user whose reports go to files. */
public final class SummaryReport implements Report {
    private final OutputStream out;
    private final TextReport.Style style;

    /** Writes to this stream, which it neither flushes nor closes. */
    public SummaryReport(OutputStream out, TextReport.Style style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) {}

    @Override
    public void end(Summary summary) throws IOException {
        StringBuilder text = new StringBuilder();
        SummaryText reported = new SummaryText(summary, style);
        reported.append(text);
        if (!summary.complete()) {
            text.append('\n');
            reported.appendIncomplete(text);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
