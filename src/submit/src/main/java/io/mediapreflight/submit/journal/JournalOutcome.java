package io.mediapreflight.submit.journal;

import java.util.Optional;
import java.util.OptionalInt;

/** The outcome of an intent. */
public sealed interface JournalOutcome {
    /** The service took the request; {@code createdAt} is as it said it. */
    record Accepted(String taskId, String model, Optional<String> createdAt, Optional<String> requestId)
            implements JournalOutcome {}

    /** Nothing was carried out, so the same request may be sent again. */
    record Refused(OptionalInt status, Optional<String> code, String message) implements JournalOutcome {}

    /** It was sent, or may have been, and no task id came back. */
    record Unanswered(String why) implements JournalOutcome {}
}
