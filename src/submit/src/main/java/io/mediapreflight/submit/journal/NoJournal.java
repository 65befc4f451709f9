package io.mediapreflight.submit.journal;

import java.net.URI;
import java.util.List;

/** Remembers nothing. */
enum NoJournal implements Journal {
    INSTANCE;

    @Override
    public Decision begin(Intent intent, boolean again) {
        return new Decision.Proceed("");
    }

    @Override
    public void finish(String entryId, JournalOutcome outcome) {}

    @Override
    public void taskEnded(URI baseUrl, String taskId, String status) {}

    @Override
    public List<JournalRecord> list() {
        return List.of();
    }
}
