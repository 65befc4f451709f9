package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * For people: a line for each source, and below it what did not pass and how to mend it. Nothing that a file says or is
 * called reaches a terminal but as {@link Visible} text.
 */
public final class TextReport implements Report {
    private static final String INDENT = "         "; // as wide as the longest outcome and the gap behind it
    private static final int OUTCOME_WIDTH = INDENT.length();
    private static final String FIX = "fix: ";

    private final OutputStream out;
    private final Style style;
    private final Paint paint;

    /**
     * How to write.
     *
     * @param coloured whether the reader is a terminal that shows colours
     * @param quiet whether to leave out what passed, and the summary
     * @param verbose whether to list every fact as well, and what finding it took
     * @param nameWidth the column in which what is behind the names begins; a longer name pushes its own line on
     */
    public record Style(boolean coloured, boolean quiet, boolean verbose, int nameWidth) {
        /** Without colours or columns, everything that did and did not pass. */
        public static final Style PLAIN = new Style(false, false, false, 0);
    }

    public TextReport(OutputStream out, Style style) {
        this.out = out;
        this.style = style;
        this.paint = style.coloured() ? Paint.COLOURED : Paint.PLAIN;
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Result result) throws IOException {
        if (style.quiet() && result.verdict().passed()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        write(text, result, "");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The request in a line with its own findings below it, then each of its media likewise, behind its path. */
    @Override
    public void add(RequestResult result) throws IOException {
        if (style.quiet() && result.verdict().passed()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        writeOutcome(text, result.verdict().outcome());
        text.append(result.source().visible()).append("  request\n");
        for (Finding finding : result.verdict().findings()) {
            writeFinding(text, finding, result.source());
        }
        for (MediumResult medium : result.media()) {
            write(text, medium.result(), Visible.text(medium.path()) + ": ");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(StringBuilder text, Result result, String prefix) {
        writeHeadline(text, result, prefix);
        if (style.verbose()) {
            writeFacts(text, result.verdict());
        }
        for (Finding finding : result.verdict().findings()) {
            writeFinding(text, finding, result.source());
        }
    }

    private void writeOutcome(StringBuilder text, Outcome outcome) {
        paint.outcome(text, outcome);
        pad(text, OUTCOME_WIDTH - outcome.id().length());
    }

    private void writeHeadline(StringBuilder text, Result result, String prefix) {
        writeOutcome(text, result.verdict().outcome());
        String name = prefix + result.source().visible();
        text.append(name);
        String gist = Gist.of(result.verdict());
        if (!gist.isEmpty()) {
            pad(text, style.nameWidth() - name.codePointCount(0, name.length()));
            text.append("  ").append(Visible.text(gist));
        }
        text.append('\n');
    }

    private void writeFacts(StringBuilder text, Verdict verdict) {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, Object> fact : Facts.of(verdict).entrySet()) {
            line.append(line.isEmpty() ? "" : ", ")
                    .append(fact.getKey())
                    .append(' ')
                    .append(Visible.text(fact.getValue().toString()));
        }
        if (!line.isEmpty()) {
            text.append(INDENT);
            paint.faint(text, line.toString());
            text.append('\n');
        }
        text.append(INDENT);
        paint.faint(
                text,
                "read " + verdict.bytesRead() + " bytes in " + TimeUnit.NANOSECONDS.toMicros(verdict.elapsedNanos())
                        + " µs");
        text.append('\n');
    }

    private void writeFinding(StringBuilder text, Finding finding, SourceName source) {
        text.append(INDENT);
        paint.outcome(text, finding.severity());
        text.append(' ');
        paint.strong(text, finding.rule().id());
        text.append(": ")
                .append(Visible.text(place(finding) + finding.message()))
                .append('\n');
        Remedy remedy = new Remedy(finding.fix(), source);
        text.append(INDENT);
        paint.faint(text, FIX);
        text.append(Visible.text(remedy.sentence())).append('\n');
        remedy.command().ifPresent(command -> {
            text.append(INDENT);
            pad(text, FIX.length());
            text.append(command).append('\n');
        });
    }

    /** Where in a request it is, unless the sentence says so itself. */
    private static String place(Finding finding) {
        String path = finding.path().orElse("");
        return path.isEmpty() || finding.message().contains(path) ? "" : path + ": ";
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (style.quiet() || summary.checked() < 2) {
            return;
        }
        StringBuilder text = new StringBuilder();
        text.append(summary.checked())
                .append(" checked: ")
                .append(summary.pass())
                .append(" pass");
        appendCount(text, summary.warn(), Outcome.WARN);
        appendCount(text, summary.unknown(), Outcome.UNKNOWN);
        appendCount(text, summary.fail(), Outcome.FAIL);
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void appendCount(StringBuilder text, long count, Outcome outcome) {
        if (count > 0) {
            text.append(", ").append(count).append(' ');
            paint.outcome(text, outcome);
        }
    }

    private static void pad(StringBuilder text, int blanks) {
        for (int i = 0; i < blanks; i++) {
            text.append(' ');
        }
    }
}
