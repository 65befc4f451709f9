package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.text.Phrase;
import java.util.Map;

/** The end of an audit for people: the counts by outcome and by rule, and the time it took. */
final class SummaryText {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Summary summary;
    private final Paint paint;
    private final LineWrap lines;

    SummaryText(Summary summary, TextReport.Style style) {
        this.summary = summary;
        this.paint = Paint.of(style);
        this.lines = new LineWrap(style.lineWidth());
    }

    /** Some tables and a line; where nothing was judged, the line alone. */
    void append(StringBuilder text) {
        if (summary.checked() == 0) {
            appendLine(
                    text,
                    summary.skipped() == 0
                            ? Phrase.of("report:summary.no-media")
                            : Phrase.of("report:summary.no-media-skipped").with("count", summary.skipped()));
            return;
        }
        appendOutcomes(text);
        if (!summary.byRule().isEmpty()) {
            text.append('\n');
            appendRules(text);
        }
        if (!summary.byAdvice().isEmpty()) {
            text.append('\n');
            appendAdvice(text);
        }
        text.append('\n');
        appendLine(text, checked(summary));
    }

    private void appendLine(StringBuilder text, Phrase phrase) {
        int start = text.length();
        text.append(phrase);
        lines.wrap(text, start, start, 0);
        text.append('\n');
    }

    /** That not everything was judged. Never left out: what is missing here may be what the service refuses. */
    void appendIncomplete(StringBuilder text) {
        int start = text.length();
        paint.alarm(text, Phrase.of("report:summary.alarm").toString());
        text.append(": ").append(Phrase.of("report:summary.incomplete").with("count", summary.checked()));
        lines.wrap(text, start, start, 0);
        text.append('\n');
    }

    private static String noun(Summary summary) {
        if (summary.requests() == 0) {
            return "files";
        }
        return summary.requests() == summary.checked() ? "requests" : "results";
    }

    private void appendOutcomes(StringBuilder text) {
        TextTable table = new TextTable(
                Phrase.of("report:summary.outcome").toString(),
                Phrase.of("report:summary." + noun(summary)).toString());
        for (Outcome outcome : Outcome.values()) {
            addRow(table, outcome.id(), summary.outcomes().of(outcome), "");
        }
        addRow(table, Phrase.of("report:summary.skipped").toString(), summary.skipped(), "");
        if (summary.accepted().total() > 0) {
            addRow(
                    table,
                    Phrase.of("report:summary.accepted-count").toString(),
                    summary.accepted().total(),
                    Phrase.of("report:summary.accepted").toString());
        }
        table.append(text, paint);
    }

    private static void addRow(TextTable table, String label, long number, String note) {
        if (number > 0) {
            table.add(label, note, number);
        }
    }

    private void appendRules(StringBuilder text) {
        TextTable table = new TextTable(
                Phrase.of("report:summary.rule").toString(),
                Outcome.WARN.id(),
                Outcome.UNKNOWN.id(),
                Outcome.FAIL.id());
        for (Map.Entry<RuleDescription, Counts> rule : summary.byRule().entrySet()) {
            Counts counts = rule.getValue();
            table.add(rule.getKey().id(), "", counts.warn(), counts.unknown(), counts.fail());
        }
        table.append(text, paint);
    }

    private void appendAdvice(StringBuilder text) {
        TextTable table = new TextTable(
                Phrase.of("report:summary.advice").toString(),
                Phrase.of("report:summary.times").toString());
        summary.byAdvice().forEach((advice, count) -> table.add(advice.id(), "", count));
        table.append(text, paint);
    }

    /** How large they were together, behind how many of them were not read. */
    private static Phrase amount(Summary summary) {
        String amount = Quantity.bytes(summary.bytes());
        return summary.unread() == 0
                ? Phrase.verbatim(amount)
                : Phrase.of(summary.requests() == 0 ? "report:summary.unread" : "report:summary.unread-media")
                        .with("count", summary.unread())
                        .with("amount", amount);
    }

    /** How many there were, how large, and how long it took. */
    static Phrase checked(Summary summary) {
        double seconds = (double) summary.elapsed().toNanos() / SECOND_NANOS;
        long perSecond = seconds > 0 ? (long) (summary.checked() / seconds) : 0;
        return Phrase.of("report:summary.checked-" + noun(summary) + (perSecond > 0 ? ".speed" : ""))
                .with("count", summary.requests() == 0 ? summary.checked() - summary.unread() : summary.checked())
                .with("amount", amount(summary))
                .with("elapsed", Quantity.duration(summary.elapsed()))
                .with("number", perSecond);
    }
}
