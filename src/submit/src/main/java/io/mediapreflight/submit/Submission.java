package io.mediapreflight.submit;

import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.text.Excerpt;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The outcome of a submission. Text of the service is in it unchanged, apart from the masked API key. */
public sealed interface Submission {
    /** For machines: {@code accepted}, {@code refused}, {@code unanswered}, {@code alreadyAccepted} or {@code alreadyUnanswered}. */
    String outcomeId();

    /** The task, where the request was accepted now or earlier; empty otherwise. */
    default Optional<String> acceptedTaskId() {
        return Optional.empty();
    }

    /**
     * The service took it.
     *
     * @param taskId names the task from now on
     * @param model as the service says, else as requested
     * @param createdAt as the service says it
     * @param requestId the service's id of the exchange
     * @param attempts how many exchanges were begun; the last is the one that was accepted
     */
    record Accepted(String taskId, String model, Optional<String> createdAt, Optional<String> requestId, int attempts)
            implements Submission {
        @Override
        public String outcomeId() {
            return "accepted";
        }

        @Override
        public Optional<String> acceptedTaskId() {
            return Optional.of(taskId);
        }
    }

    /**
     * Nothing was carried out: it may be sent again.
     *
     * @param status of the response; empty where there was none
     * @param code the service's error code
     * @param message a clause or the service's sentence
     */
    record Refused(OptionalInt status, Optional<String> code, String message, Optional<String> requestId, int attempts)
            implements Submission {
        @Override
        public String outcomeId() {
            return "refused";
        }
    }

    /**
     * It was sent, and no task id came back: it may have been accepted, and is never sent again automatically.
     *
     * @param why a clause or the service's sentence
     * @param bytesSent of the body; empty where that is not known
     * @param status of the response, where one began
     * @param rawBody what arrived of the response, as far as it is kept
     */
    record Unanswered(
            String why,
            OptionalLong bytesSent,
            OptionalInt status,
            Optional<String> requestId,
            Optional<String> rawBody,
            int attempts)
            implements Submission {
        @Override
        public String outcomeId() {
            return "unanswered";
        }

        /** With the beginning of the body only. */
        @Override
        public String toString() {
            return "Unanswered[why=" + why + ", bytesSent=" + bytesSent + ", status=" + status + ", requestId="
                    + requestId + ", rawBody=" + rawBody.map(Excerpt::sentence) + ", attempts=" + attempts + "]";
        }
    }

    /** It was not sent now: the journal knows that it was accepted before. */
    record AlreadyAccepted(JournalRecord entry) implements Submission {
        @Override
        public String outcomeId() {
            return "alreadyAccepted";
        }

        @Override
        public Optional<String> acceptedTaskId() {
            return entry.taskId();
        }
    }

    /** It was not sent now: the journal knows that it was sent before, or was about to be, without a response. */
    record AlreadyUnanswered(JournalRecord entry) implements Submission {
        @Override
        public String outcomeId() {
            return "alreadyUnanswered";
        }
    }
}
