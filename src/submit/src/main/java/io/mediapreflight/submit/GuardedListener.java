package io.mediapreflight.submit;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A listener held to its contract: what it throws is ignored. */
final class GuardedListener implements SubmissionListener {
    private final SubmissionListener listener;

    GuardedListener(SubmissionListener listener) {
        this.listener = listener;
    }

    private void call(Consumer<SubmissionListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) { // even an error of a counter, or a checked exception of Kotlin, must not lose a task
            return; // as the listener's contract says
        }
    }

    @Override
    public void recorded(String digest, Duration elapsed) {
        call(to -> to.recorded(digest, elapsed));
    }

    @Override
    public void attempted(String digest, int attempt, OptionalInt status, Duration elapsed) {
        call(to -> to.attempted(digest, attempt, status, elapsed));
    }

    @Override
    public void ended(String digest, Submission submission, Duration elapsed) {
        call(to -> to.ended(digest, submission, elapsed));
    }

    @Override
    public void polled(String taskId, String status, Duration elapsed) {
        call(to -> to.polled(taskId, status, elapsed));
    }

    @Override
    public void pollFailed(String taskId, TaskException failure, Duration elapsed) {
        call(to -> to.pollFailed(taskId, failure, elapsed));
    }
}
