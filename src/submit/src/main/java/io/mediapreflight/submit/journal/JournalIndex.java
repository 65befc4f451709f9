package io.mediapreflight.submit.journal;

import io.mediapreflight.submit.journal.JournalRecord.State;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the lines of a journal say together. Applying a line twice in the order of the lines changes nothing. */
final class JournalIndex {
    private static final String FAILED = "failed";

    private final Map<String, JournalRecord> byEntry = new LinkedHashMap<>();
    private final Map<String, List<String>> entriesOfDigest = new HashMap<>();
    private final Map<String, List<String>> entriesOfTask = new HashMap<>();

    void apply(JournalEvent event) {
        switch (event.type()) {
            case INTENT -> intended(event);
            case TASK -> taskEnded(event);
            default -> concluded(event);
        }
    }

    private void intended(JournalEvent event) {
        String digest = field(event, JournalEvent.DIGEST);
        JournalRecord entry = new JournalRecord(
                event.subject(),
                digest,
                event.at(),
                State.INTENDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                URI.create(field(event, JournalEvent.BASE_URL)),
                field(event, JournalEvent.MODEL));
        byEntry.put(entry.entryId(), entry);
        addOnce(entriesOfDigest, digest, entry.entryId());
    }

    private void concluded(JournalEvent event) {
        JournalRecord before = byEntry.get(event.subject());
        if (before == null) {
            throw new IllegalArgumentException("no intent of this outcome");
        }
        State state =
                switch (event.type()) {
                    case ACCEPTED -> State.ACCEPTED;
                    case REFUSED -> State.REFUSED;
                    default -> State.UNANSWERED;
                };
        Optional<String> taskId = optional(event, JournalEvent.TASK_ID);
        JournalRecord after = changed(before, state, taskId, optional(event, JournalEvent.MESSAGE));
        byEntry.put(
                after.entryId(),
                new JournalRecord(
                        after.entryId(),
                        after.digest(),
                        after.at(),
                        after.state(),
                        after.taskId(),
                        optional(event, JournalEvent.REQUEST_ID),
                        after.message(),
                        after.baseUrl(),
                        after.model()));
        taskId.ifPresent(task -> addOnce(entriesOfTask, task, after.entryId()));
    }

    private void taskEnded(JournalEvent event) {
        String status = field(event, JournalEvent.STATUS);
        State state = status.equals(FAILED) ? State.FAILED : State.ACCEPTED;
        for (JournalRecord before : ofTask(event)) {
            byEntry.put(before.entryId(), changed(before, state, before.taskId(), Optional.of(status)));
        }
    }

    /** The submissions that became a task: of the service that reported it, where the line names one. */
    private List<JournalRecord> ofTask(JournalEvent event) {
        Optional<URI> service =
                optional(event, JournalEvent.BASE_URL).map(url -> RequestDigest.service(URI.create(url)));
        return entriesOfTask.getOrDefault(event.subject(), List.of()).stream()
                .flatMap(entryId -> entry(entryId).stream())
                .filter(entry -> entry.taskId().equals(Optional.of(event.subject())))
                .filter(entry -> service.isEmpty() || service.get().equals(RequestDigest.service(entry.baseUrl())))
                .toList();
    }

    /** Whether the end of a task is that of a known one, and not known itself. */
    boolean isNews(JournalEvent end) {
        Optional<String> status = optional(end, JournalEvent.STATUS);
        return ofTask(end).stream().anyMatch(entry -> !entry.message().equals(status));
    }

    private static JournalRecord changed(
            JournalRecord before, State state, Optional<String> taskId, Optional<String> message) {
        return new JournalRecord(
                before.entryId(),
                before.digest(),
                before.at(),
                state,
                taskId,
                before.requestId(),
                message,
                before.baseUrl(),
                before.model());
    }

    /**
     * The submission that forbids another of the same request: the last that was accepted, else the last without an
     * response. One that was sent knowingly in spite of it, and came to nothing, does not lift it.
     */
    Optional<JournalRecord> standing(List<String> digests) {
        Optional<JournalRecord> standing = Optional.empty();
        for (String entryId : entriesOf(digests)) {
            JournalRecord entry = byEntry.get(entryId);
            if (entry == null || !entry.state().forbidsAnother()) {
                continue;
            }
            boolean weaker = entry.state() != State.ACCEPTED
                    && standing.filter(other -> other.state() == State.ACCEPTED).isPresent();
            standing = weaker ? standing : Optional.of(entry);
        }
        return standing;
    }

    /** Every submission that is known by one of these digests. */
    List<String> entriesOf(List<String> digests) {
        return digests.stream()
                .flatMap(digest -> entriesOfDigest.getOrDefault(digest, List.of()).stream())
                .toList();
    }

    Optional<JournalRecord> entry(String entryId) {
        return Optional.ofNullable(byEntry.get(entryId));
    }

    List<JournalRecord> all() {
        return List.copyOf(byEntry.values());
    }

    private static String field(JournalEvent event, String name) {
        return optional(event, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static Optional<String> optional(JournalEvent event, String name) {
        return Optional.ofNullable(event.fields().get(name));
    }

    private static void addOnce(Map<String, List<String>> lists, String key, String value) {
        List<String> list = lists.computeIfAbsent(key, ignored -> new ArrayList<>(1));
        if (!list.contains(value)) {
            list.add(value);
        }
    }
}
