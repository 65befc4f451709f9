package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.submit.Task;
import io.mediapreflight.submit.TaskException;
import io.mediapreflight.submit.TaskListener;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Shows the progress of a task on a terminal, in one line that is overwritten. */
final class Waiting implements TaskListener {
    private static final int WIDTH = 78;

    private final Diagnostics diagnostics;
    private final boolean watched;
    private final long start = System.nanoTime();
    private boolean written;

    Waiting(Diagnostics diagnostics, boolean watched) {
        this.diagnostics = diagnostics;
        this.watched = watched;
    }

    @Override
    public void seen(Task task) {
        show(task.taskId() + ": " + task.status());
    }

    @Override
    public void failure(TaskException failure, Duration pause) {
        show(Phrase.of("cli:task-retry")
                .with("reason", String.valueOf(failure.getMessage()))
                .with("seconds", pause.toSeconds())
                .toString());
    }

    private void show(String text) {
        if (watched) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            String line = SafeText.of(text + " (" + seconds + " s)");
            line = line.length() > WIDTH
                    ? line.substring(0, WIDTH - 1) + "…"
                    : line + " ".repeat(WIDTH - line.length());
            diagnostics.print("\r" + line);
            written = true;
        }
    }

    /** Leaves the line as it is. */
    void end() {
        if (written) {
            diagnostics.print("\n");
        }
    }
}
