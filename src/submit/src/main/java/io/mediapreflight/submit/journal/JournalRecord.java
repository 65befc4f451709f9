package io.mediapreflight.submit.journal;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One submission: an intent and what is known to have come of it.
 *
 * @param entryId names this submission in the journal
 * @param digest the request's, by {@link RequestDigest#of}
 * @param at when it was about to be sent
 * @param state what is known of it
 * @param taskId the task's, once it was accepted
 * @param requestId the service's id of the exchange, where it gave one
 * @param message why it was refused or has no response; of an accepted one the task's last known status
 * @param baseUrl the service it was sent to
 * @param model the model it asked for
 */
public record JournalRecord(
        String entryId,
        String digest,
        Instant at,
        State state,
        Optional<String> taskId,
        Optional<String> requestId,
        Optional<String> message,
        URI baseUrl,
        String model) {

    /** What is known of a submission. */
    public enum State {
        /** It was about to be sent, and nothing was written after that: it may have been accepted. */
        INTENDED(true),
        /** The service took it, and there is a task. */
        ACCEPTED(true),
        /** Nothing was carried out. */
        REFUSED(false),
        /** It was sent, or may have been, and no task id came back. */
        UNANSWERED(true),
        /** It was accepted, and its task ended in failure. */
        FAILED(false);

        private final boolean forbidsAnother;

        State(boolean forbidsAnother) {
            this.forbidsAnother = forbidsAnother;
        }

        /** Whether the same request must not be sent again by itself. */
        public boolean forbidsAnother() {
            return forbidsAnother;
        }
    }
}
