package io.mediapreflight.submit.journal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one line of the journal says.
 *
 * @param subject the entry it is about; of {@link Type#TASK} the task id
 * @param fields everything else, by name
 * @param media SHA-256 of the local media, in an intent only
 */
record JournalEvent(Type type, String subject, Instant at, Map<String, String> fields, List<String> media) {
    static final String DIGEST = "digest";
    static final String BASE_URL = "baseUrl";
    static final String MODEL = "model";
    static final String TASK_ID = "taskId";
    static final String CREATED_AT = "createdAt";
    static final String REQUEST_ID = "requestId";
    static final String STATUS = "status";
    static final String CODE = "code";
    static final String MESSAGE = "message";

    /** How many bytes before an intent are kept for its outcome, see {@link Reservation}. */
    static final String RESERVED = "reserved";

    JournalEvent {
        fields = Map.copyOf(fields);
        media = List.copyOf(media);
    }

    enum Type {
        INTENT("intent", List.of(DIGEST, BASE_URL, MODEL)),
        ACCEPTED("accepted", List.of(TASK_ID, MODEL)),
        REFUSED("refused", List.of(MESSAGE)),
        UNANSWERED("unanswered", List.of(MESSAGE)),
        /** Lines of before there was a base URL in them have none. */
        TASK("task", List.of(STATUS));

        private final String id;
        private final List<String> required;

        Type(String id, List<String> required) {
            this.id = id;
            this.required = required;
        }

        String id() {
            return id;
        }

        /** The outcome of an intent. */
        boolean isOutcome() {
            return this == ACCEPTED || this == REFUSED || this == UNANSWERED;
        }

        /** The fields without which a line of this type says nothing. */
        List<String> required() {
            return required;
        }

        static Type of(String id) {
            for (Type type : values()) {
                if (type.id.equals(id)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no type of entry: " + id);
        }
    }

    static JournalEvent intent(String entryId, Intent intent) {
        Map<String, String> fields = Map.of(
                DIGEST,
                intent.digest(),
                BASE_URL,
                RequestDigest.service(intent.baseUrl()).toString(),
                MODEL,
                intent.model(),
                RESERVED,
                Integer.toString(Reservation.BYTES));
        return new JournalEvent(Type.INTENT, entryId, intent.at(), fields, intent.mediaDigests());
    }

    static JournalEvent task(URI baseUrl, String taskId, Instant at, String status) {
        Map<String, String> fields =
                Map.of(BASE_URL, RequestDigest.service(baseUrl).toString(), STATUS, status);
        return new JournalEvent(Type.TASK, taskId, at, fields, List.of());
    }
}
