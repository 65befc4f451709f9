package io.mediapreflight.submit.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Outcomes as lines of the journal. */
final class Outcomes {
    private Outcomes() {}

    static JournalEvent event(String entryId, Instant at, JournalOutcome outcome) {
        Map<String, String> fields = new HashMap<>();
        JournalEvent.Type type;
        if (outcome instanceof JournalOutcome.Accepted accepted) {
            type = JournalEvent.Type.ACCEPTED;
            fields.put(JournalEvent.TASK_ID, accepted.taskId());
            fields.put(JournalEvent.MODEL, accepted.model());
            accepted.createdAt().ifPresent(value -> fields.put(JournalEvent.CREATED_AT, value));
            accepted.requestId().ifPresent(value -> fields.put(JournalEvent.REQUEST_ID, value));
        } else if (outcome instanceof JournalOutcome.Refused refused) {
            type = JournalEvent.Type.REFUSED;
            refused.status().ifPresent(value -> fields.put(JournalEvent.STATUS, Integer.toString(value)));
            refused.code().ifPresent(value -> fields.put(JournalEvent.CODE, value));
            fields.put(JournalEvent.MESSAGE, refused.message());
        } else {
            type = JournalEvent.Type.UNANSWERED;
            fields.put(JournalEvent.MESSAGE, ((JournalOutcome.Unanswered) outcome).why());
        }
        return new JournalEvent(type, entryId, at, fields, List.of());
    }
}
