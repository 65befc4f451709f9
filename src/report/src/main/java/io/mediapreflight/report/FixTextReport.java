package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What became of fixing files, for people: the line of a check for each, and below it what was changed and where the copy lies, or why
 * there is none. {@code quiet} leaves out all but those without a copy that need one.
 * Nothing that a file says or is called reaches a terminal but as {@link SafeText} text.
 */
public final class FixTextReport implements Report {
    private final OutputStream out;
    private final TextReport.Style style;
    private final Shell shell;
    private final ResultText results;
    private long passing;
    private long copied;
    private long fixed;
    private long planned;
    private long notFixed;

    /**
     * Writes to this stream, which it neither flushes nor closes.
     *
     * @param shell for which commands are quoted
     */
    public FixTextReport(OutputStream out, TextReport.Style style, Shell shell) {
        this.out = out;
        this.shell = shell;
        this.style = style;
        this.results = new ResultText(style, "");
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) throws IOException {
        if (verdict instanceof MediaVerdict media) {
            add(media, new Fixing.NotNeeded());
        }
    }

    @Override
    public void add(MediaVerdict verdict, Fixing fixing) throws IOException {
        count(verdict, fixing);
        if (style.quiet() ? fixing instanceof Fixing.NotFixed : style.verbose() || !verdict.skipped()) {
            StringBuilder text = new StringBuilder();
            results.append(text, verdict, fixing, shell);
            hand(text);
        }
    }

    private void count(MediaVerdict verdict, Fixing fixing) {
        if (fixing instanceof Fixing.Fixed) {
            fixed++;
        } else if (fixing instanceof Fixing.Planned) {
            planned++;
        } else if (fixing instanceof Fixing.NotFixed) {
            notFixed++;
        } else if (!verdict.skipped()) {
            passing++;
            copied += fixing instanceof Fixing.NotNeeded ? 0 : 1;
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        StringBuilder text = new StringBuilder();
        long all = passing + fixed + planned + notFixed;
        if (!style.quiet() && summary.complete() && all != 1) {
            appendCounts(text, all);
        }
        if (!summary.complete()) {
            text.append(Phrase.of("report:fix.incomplete").with("count", all)).append('\n');
        }
        hand(text);
    }

    private void appendCounts(StringBuilder text, long all) {
        if (all == 0) {
            text.append(Phrase.of("report:fix.nothing")).append('\n');
            return;
        }
        int start = text.length();
        text.append(Phrase.of("report:checked").with("count", Long.toString(all)));
        String separator = " ";
        separator = append(text, separator, "report:fix.copied", copied);
        separator = append(text, separator, "report:fix.passing", passing - copied);
        separator = append(text, separator, "report:fix.fixed", fixed);
        separator = append(text, separator, "report:fix.planned", planned);
        append(text, separator, "report:fix.not-fixed", notFixed);
        new LineWrap(style.lineWidth()).wrap(text, start, start, 0);
        text.append('\n');
    }

    private static String append(StringBuilder text, String separator, String key, long count) {
        if (count == 0) {
            return separator;
        }
        text.append(separator).append(Phrase.of(key).with("count", count));
        return ", ";
    }

    private void hand(StringBuilder text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
