package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.RuleDescription;
import java.util.Map;

/** The end of an audit as people read it: what came of how many files, which rules it was, and how long it took. */
final class SummaryText {
    private static final String ACCEPTED = "of these, by the baseline, which changes nothing for the service";
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Summary summary;
    private final Paint paint;

    SummaryText(Summary summary, Paint paint) {
        this.summary = summary;
        this.paint = paint;
    }

    /** Some tables and a line; where nothing was judged, the line alone. */
    void append(StringBuilder text) {
        if (summary.checked() == 0) {
            text.append("No media found: nothing here is an image or a video, by content or by name");
            text.append(summary.skipped() == 0 ? "" : " (" + Quantity.counted(summary.skipped(), "file") + " skipped)");
            text.append(".\n");
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
        text.append('\n').append(Quantity.counted(summary.checked(), noun())).append(" judged, ");
        text.append(Quantity.bytes(summary.bytes())).append(", in ").append(Quantity.duration(summary.elapsed()));
        appendSpeed(text);
        text.append('\n');
    }

    /** That not everything was judged. Never left out: what is missing here may be what the service refuses. */
    void appendIncomplete(StringBuilder text) {
        paint.alarm(text, "INCOMPLETE");
        text.append(": it ended early; ")
                .append(Quantity.counted(summary.checked(), noun()))
                .append(" had been judged\n");
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
        addRow(table, "accepted", summary.accepted().total(), ACCEPTED);
        table.append(text, paint);
    }

    private static void addRow(TextTable table, String label, long number, String note) {
        if (number > 0) {
            table.add(label, note, number);
        }
    }

    private void appendRules(StringBuilder text) {
        TextTable table = new TextTable("rule", Outcome.WARN.id(), Outcome.UNKNOWN.id(), Outcome.FAIL.id());
        for (Map.Entry<RuleDescription, Counts> rule : summary.byRule().entrySet()) {
            Counts counts = rule.getValue();
            table.add(rule.getKey().id(), "", counts.warn(), counts.unknown(), counts.fail());
        }
        table.append(text, paint);
    }

    private void appendAdvice(StringBuilder text) {
        TextTable table = new TextTable("advice, which changes no outcome", "times");
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
