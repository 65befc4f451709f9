package io.mediapreflight.submit;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal could not be read or written. If that happened before sending, nothing was sent, and there is no {@link
 * #submission}. If it happened after, the outcome of the request is here, and in the message.
 */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Submission submission;
    private final transient @Nullable Task task;

    private JournalException(String message, Throwable cause, @Nullable Submission submission, @Nullable Task task) {
        super(message, cause);
        this.submission = submission;
        this.task = task;
    }

    static JournalException before(IOException cause) {
        return new JournalException(
                "nothing was sent, since the journal cannot be written: " + cause.getMessage(), cause, null, null);
    }

    static JournalException after(Submission submission, Throwable cause) {
        String what = submission instanceof Submission.Accepted accepted
                ? "accepted as " + accepted.taskId()
                : String.valueOf(submission);
        return new JournalException(
                what + ", but the journal cannot be written: "
                        + (cause instanceof IOException ? cause.getMessage() : cause),
                cause,
                submission,
                null);
    }

    static JournalException after(Task task, IOException cause) {
        String message = task.taskId() + " is " + task.status() + ", but the journal cannot be written: ";
        return new JournalException(message + cause.getMessage(), cause, null, task);
    }

    /** The outcome of the request that was sent; empty where none was. */
    public Optional<Submission> submission() {
        return Optional.ofNullable(submission);
    }

    /** The task that has ended; empty where this was about a submission. */
    public Optional<Task> task() {
        return Optional.ofNullable(task);
    }
}
