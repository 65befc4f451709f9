package io.mediapreflight.submit;

import io.mediapreflight.text.Phrase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time limit for waiting has passed. That is no failure: the task goes on, and can be asked for again. */
public final class WaitTimeoutException extends TaskException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Task last;

    WaitTimeoutException(String taskId, Duration limit, Optional<Task> last, String failure) {
        super(
                taskId,
                message(last, failure)
                        .with("task", taskId)
                        .with("seconds", limit.toSeconds())
                        .with("reason", failure)
                        .toString(),
                null,
                Optional.empty(),
                Optional.empty());
        this.last = last.orElse(null);
    }

    private static Phrase message(Optional<Task> last, String failure) {
        String ending = failure.isEmpty() ? "" : "-because";
        return last.map(task -> Phrase.of("submit:wait-running" + ending).with("status", task.status()))
                .orElseGet(() -> Phrase.of("submit:wait-never" + ending));
    }

    /** The task as it was last seen; empty where the service never reported it. */
    public Optional<Task> lastSeen() {
        return Optional.ofNullable(last);
    }
}
