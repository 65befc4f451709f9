package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.Progress;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.report.Counts;
import io.mediapreflight.report.Summary;
import io.mediapreflight.rule.Outcome;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows how far an audit is: to a person in a line that is written over, to a program in lines of JSON. */
final class ProgressView implements AutoCloseable {
    private static final long LINE_MILLIS = 200;
    private static final long JSON_MILLIS = 1000;
    private static final String ERASED = "\r\033[K";

    private final Diagnostics diagnostics;
    private final Supplier<Progress> progress;
    private final Supplier<Summary> counted;
    private final ProgressForm form;
    private final long start = System.nanoTime();
    private boolean drawn;
    private boolean closed;

    private ProgressView(
            ProgressForm form, Diagnostics diagnostics, Supplier<Progress> progress, Supplier<Summary> counted) {
        this.form = form;
        this.diagnostics = diagnostics;
        this.progress = progress;
        this.counted = counted;
    }

    /** Begins to show, if anyone is to see it. */
    static ProgressView start(
            ProgressForm wish,
            boolean watched,
            Diagnostics diagnostics,
            Supplier<Progress> progress,
            Supplier<Summary> counted) {
        ProgressForm form = wish == ProgressForm.AUTO && !watched ? ProgressForm.NONE : wish;
        ProgressView view = new ProgressView(form, diagnostics, progress, counted);
        if (form != ProgressForm.NONE) {
            Thread thread = new Thread(view::showOnAndOn, "progress");
            thread.setDaemon(true);
            thread.start();
        }
        return view;
    }

    private synchronized void showOnAndOn() {
        try {
            while (!closed) {
                wait(form == ProgressForm.JSON ? JSON_MILLIS : LINE_MILLIS);
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (!closed) {
            double seconds = (System.nanoTime() - start) / 1e9;
            diagnostics.print(
                    form == ProgressForm.JSON
                            ? json(progress.get(), seconds) + "\n"
                            : ERASED + line(progress.get(), seconds));
            drawn = form == ProgressForm.AUTO;
        }
    }

    /** Takes the line away until it is shown the next time, since something else is about to be written there. */
    synchronized void hide() {
        if (drawn) {
            diagnostics.print(ERASED);
            drawn = false;
        }
    }

    /** Shows no more; programs get the last figures. */
    @Override
    public synchronized void close() {
        hide();
        if (form == ProgressForm.JSON) {
            show();
        }
        closed = true;
        notifyAll();
    }

    private String line(Progress now, double seconds) {
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

    private String json(Progress now, double seconds) {
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
