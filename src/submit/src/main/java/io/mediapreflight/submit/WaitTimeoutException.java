package io.mediapreflight.submit;

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
                taskId + " had not ended after " + limit.toSeconds() + " s ("
                        + last.map(task -> "last seen " + task.status()).orElse("never seen")
                        + (failure.isEmpty() ? "" : "; last failure: " + failure) + "); it goes on",
                null,
                Optional.empty(),
                Optional.empty());
        this.last = last.orElse(null);
    }

    /** The task as it was last seen; empty where the service never sent it. */
    public Optional<Task> lastSeen() {
        return Optional.ofNullable(last);
    }
}
