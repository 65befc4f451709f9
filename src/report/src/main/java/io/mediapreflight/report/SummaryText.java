package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.text.Phrase;
import java.util.Map;

/** The end of an audit for people: the counts by outcome and by rule, and the time it took. */
final class SummaryText {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Summary summary;
    private final Map<RuleDescription, Counts> byRule;
    private final Paint paint;

    /** @param byRule how often each rule has a finding that is shown: of two that say the same, one is not */
    SummaryText(Summary summary, Map<RuleDescription, Counts> byRule, Paint paint) {
        this.summary = summary;
        this.byRule = byRule;
        this.paint = paint;
    }

    /** Some tables and a line; where nothing was judged, the line alone. */
    void append(StringBuilder text) {
        if (summary.checked() == 0) {
            text.append(
                            summary.skipped() == 0
                                    ? Phrase.of("report:summary.no-media")
                                    : Phrase.of("report:summary.no-media-skipped")
                                            .with("count", summary.skipped()))
                    .append('\n');
            return;
        }
        appendOutcomes(text);
        if (!byRule.isEmpty()) {
            text.append('\n');
            appendRules(text);
        }
        if (!summary.byAdvice().isEmpty()) {
            text.append('\n');
            appendAdvice(text);
        }
        text.append('\n').append(Quantity.counted(summary.checked(), noun())).append(" checked, ");
        text.append(Quantity.bytes(summary.bytes())).append(", in ").append(Quantity.duration(summary.elapsed()));
        appendSpeed(text);
        text.append('\n');
    }

    /** That not everything was judged. Never left out: what is missing here may be what the service refuses. */
    void appendIncomplete(StringBuilder text) {
        paint.alarm(text, "INCOMPLETE");
        text.append(": ")
                .append(Phrase.of("report:summary.incomplete").with("count", summary.checked()))
                .append('\n');
    }

    private String noun() {
        if (summary.requests() == 0) {
            return "file";
        }
        return summary.requests() == summary.checked() ? "request" : "result";
    }

    private void appendOutcomes(StringBuilder text) {
        TextTable table = new TextTable("outcome", noun() + "s");
        for (Outcome outcome : Outcome.values()) {
            addRow(table, outcome.id(), summary.outcomes().of(outcome), "");
        }
        addRow(table, "skipped", summary.skipped(), "");
        if (summary.accepted().total() > 0) {
            addRow(
                    table,
                    "accepted",
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
        TextTable table = new TextTable("rule", Outcome.WARN.id(), Outcome.UNKNOWN.id(), Outcome.FAIL.id());
        for (Map.Entry<RuleDescription, Counts> rule : byRule.entrySet()) {
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

    private void appendSpeed(StringBuilder text) {
        double seconds = (double) summary.elapsed().toNanos() / SECOND_NANOS;
        long perSecond = seconds > 0 ? (long) (summary.checked() / seconds) : 0;
        if (perSecond > 0) {
            text.append(" (")
                    .append(Quantity.grouped(perSecond))
                    .append(' ')
                    .append(noun())
                    .append("s/s)");
        }
    }
}
