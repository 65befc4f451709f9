package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * For people: a line for each source, and below it what did not pass and how to fix it. Nothing that a file says or is
 * called reaches a terminal but as {@link SafeText} text.
 */
public final class TextReport implements Report {
    private final OutputStream out;
    private final Style style;
    private final Paint paint;
    private final ResultText results;

    /**
     * How to write.
     *
     * @param coloured whether the reader is a terminal that shows colours
     * @param quiet whether to leave out what passed, and the summary
     * @param verbose whether to list every fact as well, and what finding it took
     * @param nameWidth the column in which what is behind the names begins; a longer name pushes its own line on
     * @param lineWidth how long a line may be before it is broken between words; commands and names are not
     */
    public record Style(boolean coloured, boolean quiet, boolean verbose, int nameWidth, int lineWidth) {
        /** The width of lines that are never broken: those of a file, or of another program. */
        public static final int UNBROKEN = Integer.MAX_VALUE;

        /** With lines that are never broken. */
        public Style(boolean coloured, boolean quiet, boolean verbose, int nameWidth) {
            this(coloured, quiet, verbose, nameWidth, UNBROKEN);
        }

        /** The same with another column behind the names. */
        public Style withNameWidth(int value) {
            return new Style(coloured, quiet, verbose, value, lineWidth);
        }

        /** Without colours or columns, everything that did and did not pass. */
        public static final Style PLAIN = new Style(false, false, false, 0);
    }

    /** Writes to this stream, which it neither flushes nor closes. */
    public TextReport(OutputStream out, Style style) {
        this.out = out;
        this.style = style;
        this.paint = Paint.of(style);
        this.results = new ResultText(style, "");
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) throws IOException {
        if ((style.quiet() && verdict.passed()) || (verdict.skipped() && !style.verbose())) {
            return;
        }
        StringBuilder text = new StringBuilder();
        results.append(text, verdict, VisibleSource.of(verdict.source()));
        hand(text);
    }

    @Override
    public void end(Summary summary) throws IOException {
        StringBuilder text = new StringBuilder();
        if (!style.quiet() && summary.checked() > 0 && summary.checked() + summary.skipped() > 1) {
            appendCounts(text, summary);
        }
        if (!summary.complete()) {
            new SummaryText(summary, style).appendIncomplete(text);
        }
        hand(text);
    }

    private void appendCounts(StringBuilder text, Summary summary) {
        int start = text.length();
        Counts outcomes = summary.outcomes();
        text.append(checked(summary))
                .append(' ')
                .append(outcomes.pass())
                .append(' ')
                .append(Outcome.PASS.id());
        for (Outcome outcome : List.of(Outcome.WARN, Outcome.UNKNOWN, Outcome.FAIL)) {
            if (outcomes.of(outcome) > 0) {
                text.append(", ").append(outcomes.of(outcome)).append(' ');
                paint.outcome(text, outcome.id());
            }
        }
        if (summary.skipped() > 0) {
            text.append(", ").append(Phrase.of("report:checked.skipped").with("count", summary.skipped()));
        }
        new LineWrap(style.lineWidth()).wrap(text, start, start, 0);
        text.append('\n');
    }

    private static Phrase checked(Summary summary) {
        long unread = summary.unread();
        return Phrase.of(unread == 0 ? "report:checked" : "report:checked.unread")
                .with("count", Long.toString(summary.checked() - unread))
                .with("number", Long.toString(unread));
    }

    private void hand(StringBuilder text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
