package io.mediapreflight.submit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of a task, as the service reports it.
 *
 * @param status as the service says it
 * @param createdAt and {@code completedAt} as the service says them (ISO 8601)
 * @param videos none until it has succeeded
 * @param error only where it has failed
 * @param requestId the service's id of the exchange that this comes from
 */
public record Task(
        String taskId,
        String status,
        Optional<String> model,
        Optional<String> createdAt,
        Optional<String> completedAt,
        List<Video> videos,
        Optional<Failure> error,
        Optional<String> requestId) {

    public Task {
        videos = List.copyOf(videos);
    }

    /** A generated video. What the service did not report, or not as a number, is empty. */
    public record Video(
            Optional<String> url,
            Optional<Number> width,
            Optional<Number> height,
            Optional<Number> duration,
            Optional<String> coverUrl) {}

    /** Why a task failed. */
    public record Failure(Optional<String> code, Optional<String> message) {}

    /** The statuses that are documented, and one for all others. */
    public enum Status {
        /** It waits for its turn. */
        QUEUED(false),
        /** It is being carried out. */
        PROCESSING(false),
        /** It has ended, and its videos are there. */
        SUCCEEDED(true),
        /** It has ended without a video. */
        FAILED(true),
        /** Not documented: the task is assumed to go on. */
        UNKNOWN(false);

        private final boolean ended;

        Status(boolean ended) {
            this.ended = ended;
        }

        /** Whether nothing more will happen to the task. */
        public boolean hasEnded() {
            return ended;
        }

        static Status of(String text) {
            for (Status status : values()) {
                if (status != UNKNOWN && status.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return status;
                }
            }
            return UNKNOWN;
        }
    }

    /** What the status means. */
    public Status state() {
        return Status.of(status);
    }

    /** Whether it has succeeded or failed. */
    public boolean hasEnded() {
        return state().hasEnded();
    }
}
