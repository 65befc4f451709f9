package io.mediapreflight.submit.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** OutcomeLines as lines of the journal. */
final class OutcomeLines {
    /** Enough of a sentence, or of a model's name, to know it by. */
    private static final int MAX_SHORT = 80;

    private OutcomeLines() {}

    /** The same, but for what is dispensable; an id stays whole. */
    static JournalEvent shortened(JournalEvent outcome) {
        Map<String, String> fields = new HashMap<>(outcome.fields());
        fields.keySet().removeAll(List.of(JournalEvent.CREATED_AT, JournalEvent.REQUEST_ID, JournalEvent.CODE));
        fields.replaceAll((name, value) -> name.equals(JournalEvent.TASK_ID) || value.length() <= MAX_SHORT
                ? value
                : value.substring(0, MAX_SHORT) + "…");
        return new JournalEvent(outcome.type(), outcome.subject(), outcome.at(), fields, outcome.media());
    }

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
