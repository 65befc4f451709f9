package io.mediapreflight.submit;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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

    private JournalException(Phrase outcome, Throwable cause, @Nullable Submission submission, @Nullable Task task) {
        super(outcome.with("reason", reason(cause)).toString(), cause);
        this.submission = submission;
        this.task = task;
    }

    static JournalException before(IOException cause) {
        return new JournalException(Phrase.of("submit:journal.not-written-before"), cause, null, null);
    }

    static JournalException after(Submission submission, Throwable cause) {
        return new JournalException(outcome(submission), cause, submission, null);
    }

    static JournalException after(Task task, IOException cause) {
        Phrase outcome = Phrase.of("submit:journal.not-written-task")
                .with("task", task.taskId())
                .with("status", task.status());
        return new JournalException(outcome, cause, null, task);
    }

    private static Phrase outcome(Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            return Phrase.of("submit:journal.not-written-accepted").with("task", accepted.taskId());
        }
        return submission instanceof Submission.Refused refused
                ? Phrase.of("submit:journal.not-written-refused").with("why", refused.message())
                : Phrase.of("submit:journal.not-written-unanswered").with("why", String.valueOf(submission));
    }

    /** A file system names the file in its message, and keeps the reason apart, or has a class for it. */
    private static String reason(Throwable cause) {
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (cause instanceof AccessDeniedException || cause instanceof NoSuchFileException) {
            String key = cause instanceof AccessDeniedException ? "submit:journal.denied" : "submit:journal.missing";
            return Phrase.of(key)
                    .with("file", String.valueOf(cause.getMessage()))
                    .toString();
        }
        String message = cause.getMessage();
        return message == null ? Phrase.of("submit:journal.no-reason").toString() : message;
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
