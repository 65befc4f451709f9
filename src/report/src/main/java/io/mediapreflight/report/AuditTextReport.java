package io.mediapreflight.report;

import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An audit for people: below the folder they are in, the files that need attention or are given advice, and at the end what it
 * came to. What passed, was skipped or is accepted is counted only; {@code verbose} lists it too. {@code quiet} leaves out the
 * summary, and what has nothing but advice.
 * Nothing that a file says or is called reaches a terminal but as {@link SafeText} text.
 */
public final class AuditTextReport implements Report {
    private static final String BELOW_FOLDER = "  ";
    private static final String NO_FOLDER = "";

    private final OutputStream out;
    private final TextReport.Style style;
    private final Paint paint;
    private final ResultText files;
    private final ResultText requests;
    private final StringBuilder text = new StringBuilder();
    private String folder = NO_FOLDER;
    private boolean saidAnything;

    public AuditTextReport(OutputStream out, TextReport.Style style) {
        this.out = out;
        this.style = style;
        this.paint = Paint.of(style);
        this.files = new ResultText(style, BELOW_FOLDER);
        this.requests = new ResultText(style, "");
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Result result) throws IOException {
        if (!isTold(result.needsAttention(), result.hasAdvice())) {
            return;
        }
        SourceName source = result.source();
        enter(source.visibleFolder());
        files.append(text, result, source.visibleLastPart());
        hand();
    }

    private boolean isTold(boolean needsAttention, boolean hasAdvice) {
        return style.verbose() || needsAttention || (hasAdvice && !style.quiet());
    }

    /** A request stands below no folder, since its media may lie anywhere. */
    @Override
    public void add(RequestResult result) throws IOException {
        if (!isTold(result.needsAttention(), result.hasAdvice())) {
            return;
        }
        enter(NO_FOLDER);
        requests.append(text, result);
        hand();
    }

    private void enter(String next) {
        if (next.equals(folder)) {
            return;
        }
        folder = next;
        separate();
        if (!folder.isEmpty()) {
            paint.strong(text, folder);
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
        SummaryText told = new SummaryText(summary, paint);
        if (!style.quiet() && (summary.complete() || summary.checked() > 0)) {
            separate();
            told.append(text);
            saidAnything = true;
        }
        if (!summary.complete()) {
            separate();
            told.appendIncomplete(text);
        }
        hand();
    }

    private void hand() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        saidAnything |= !text.isEmpty();
        text.setLength(0);
    }
}
