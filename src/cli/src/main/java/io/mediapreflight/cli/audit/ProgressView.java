package io.mediapreflight.cli.audit;

import io.mediapreflight.cli.console.Diagnostics;

/** Shows how far the work is: to a person in a line that is written over, to a program in lines of JSON. */
public final class ProgressView implements AutoCloseable {
    private static final long LINE_MILLIS = 200;
    private static final long JSON_MILLIS = 1000;
    private static final String ERASED = "\r\033[K";

    private final Diagnostics diagnostics;
    private final Figures figures;
    private final ProgressForm form;
    private final long start = System.nanoTime();
    private boolean drawn;
    private boolean closed;

    private ProgressView(ProgressForm form, Diagnostics diagnostics, Figures figures) {
        this.form = form;
        this.diagnostics = diagnostics;
        this.figures = figures;
    }

    /** How far the work is; any thread may ask. */
    public interface Figures {
        /** For a person, in one line without its end. */
        String line(double seconds);

        /** For a program, as one object. */
        String json(double seconds);
    }

    /** Begins to show, if anyone is to see it. */
    public static ProgressView start(ProgressForm wish, boolean watched, Diagnostics diagnostics, Figures figures) {
        ProgressForm form = wish == ProgressForm.AUTO && !watched ? ProgressForm.NONE : wish;
        ProgressView view = new ProgressView(form, diagnostics, figures);
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
                    form == ProgressForm.JSON ? figures.json(seconds) + "\n" : ERASED + figures.line(seconds));
            drawn = form == ProgressForm.AUTO;
        }
    }

    /** Takes the line away until it is shown the next time, since something else is about to be written there. */
    public synchronized void hide() {
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
}
