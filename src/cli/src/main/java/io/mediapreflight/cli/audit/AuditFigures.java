package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.Progress;
import io.mediapreflight.report.Counts;
import io.mediapreflight.report.Summary;
import io.mediapreflight.rule.Outcome;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How far an audit is, and what it has counted so far.
 *
 * @param progress of the audit
 * @param counted of the verdicts that were reported
 */
record AuditFigures(Supplier<Progress> progress, Supplier<Summary> counted) implements ProgressView.Figures {
    @Override
    public String line(double seconds) {
        Progress now = progress.get();
        double rate = now.judged() / Math.max(seconds, 1e-3);
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%,d/%,d", now.judged(), now.found()));
        if (now.allFound()) {
            long percent = now.found() == 0 ? 100 : now.judged() * 100 / now.found();
            line.append(" (").append(percent).append("%)");
        } else {
            line.append('+');
        }
        line.append(String.format(Locale.ROOT, "  %,.0f/s", rate));
        if (now.allFound() && now.judged() > 0) {
            line.append("  ETA ").append(clock((long) Math.ceil((now.found() - now.judged()) / rate)));
        }
        Counts outcomes = counted.get().outcomes();
        for (Outcome outcome : Outcome.values()) {
            long count = outcomes.of(outcome);
            if (count > 0) {
                line.append(String.format(Locale.ROOT, "  %,d %s", count, outcome.id()));
            }
        }
        return line.toString();
    }

    /** {@code 1:02:03}, {@code 2:03}. */
    static String clock(long seconds) {
        String minutes = String.format(Locale.ROOT, "%d:%02d", seconds / 60 % 60, seconds % 60);
        return seconds < 3600
                ? minutes
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public String json(double seconds) {
        Progress now = progress.get();
        StringBuilder json = new StringBuilder("{\"schema\":\"preflight.progress/1\"");
        json.append(",\"judged\":").append(now.judged());
        json.append(",\"found\":").append(now.found());
        json.append(",\"allFound\":").append(now.allFound());
        Summary summary = counted.get();
        Counts outcomes = summary.outcomes();
        for (Outcome outcome : Outcome.values()) {
            json.append(",\"").append(outcome.id()).append("\":").append(outcomes.of(outcome));
        }
        json.append(",\"skipped\":").append(summary.skipped());
        return json.append(",\"elapsedMicros\":")
                .append((long) (seconds * 1e6))
                .append('}')
                .toString();
    }
}
