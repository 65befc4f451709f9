package io.mediapreflight.submit.journal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Short words for the journal's tests. */
final class Journals {
    static final Instant NOW = Instant.parse("2026-04-21T07:17:39.146Z");
    static final URI SERVICE = URI.create("https://openapi.imini.ai/imini/router");
    static final String MODEL = "kling/kling-v3-motion-control";

    private Journals() {}

    static FileJournal open(Path file) throws IOException {
        return FileJournal.open(file, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Intent intent(String digest) {
        return new Intent(digest, SERVICE, MODEL, NOW, List.of("aa", "bb"));
    }

    /** Begins, and responds the id of the entry. */
    static String proceed(Journal journal, String digest) throws IOException {
        return entryId(journal.begin(intent(digest), false));
    }

    static String entryId(Decision decision) {
        return ((Decision.Proceed) decision).entryId();
    }

    static JournalOutcome accepted(String taskId) {
        return new JournalOutcome.Accepted(taskId, MODEL, Optional.of("2026-04-21T07:17:39.146Z"), Optional.of("r-1"));
    }

    static JournalOutcome refused(String message) {
        return new JournalOutcome.Refused(OptionalInt.of(402), Optional.of("credits"), message);
    }

    static JournalRecord record(String entryId, String digest, JournalRecord.State state) {
        return new JournalRecord(
                entryId, digest, NOW, state, Optional.empty(), Optional.empty(), Optional.empty(), SERVICE, MODEL);
    }
}
