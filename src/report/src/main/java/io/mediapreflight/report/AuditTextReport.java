package io.mediapreflight.report;

import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An audit for people: below the directory they are in, the files that need attention or are given advice, and at the end what it
 * came to. What passed, was skipped or is accepted is counted only; {@code verbose} lists it too. {@code quiet} leaves out the
 * summary, and what has nothing but advice.
 * Nothing that a file says or is called reaches a terminal but as {@link SafeText} text.
 */
public final class AuditTextReport implements Report {
    private static final String BELOW_DIRECTORY = "  ";
    private static final String NO_DIRECTORY = "";

    private final OutputStream out;
    private final TextReport.Style style;
    private final Paint paint;
    private final ResultText files;
    private final ResultText requests;
    private final StringBuilder text = new StringBuilder();
    private String directory = NO_DIRECTORY;
    private boolean saidAnything;

    /** Writes to this stream, which it neither flushes nor closes. */
    public AuditTextReport(OutputStream out, TextReport.Style style) {
        this.out = out;
        this.style = style;
        this.paint = Paint.of(style);
        this.files = new ResultText(style, BELOW_DIRECTORY);
        this.requests = new ResultText(style, "");
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) throws IOException {
        if (!isShown(verdict)) {
            return;
        }
        SourceName source = verdict.source();
        if (verdict instanceof RequestVerdict) {
            enter(NO_DIRECTORY); // a request stands below no directory, since its media may lie anywhere
            requests.append(text, verdict, VisibleSource.of(source));
        } else {
            enter(VisibleSource.directory(source));
            files.append(text, verdict, VisibleSource.lastPart(source));
        }
        hand();
    }

    private boolean isShown(Verdict verdict) {
        return style.verbose() || verdict.needsAttention() || (verdict.hasAdvice() && !style.quiet());
    }

    private void enter(String next) {
        if (next.equals(directory)) {
            return;
        }
        directory = next;
        separate();
        if (!directory.isEmpty()) {
            paint.strong(text, directory);
            text.append('\n');
        }
    }

    private void separate() {
        if (saidAnything) {
            text.append('\n');
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        SummaryText reported = new SummaryText(summary, style);
        if (!style.quiet() && (summary.complete() || summary.checked() > 0)) {
            separate();
            reported.append(text);
            saidAnything = true;
        }
        if (!summary.complete()) {
            separate();
            reported.appendIncomplete(text);
        }
        hand();
    }

    private void hand() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        saidAnything |= !text.isEmpty();
        text.setLength(0);
    }
}
