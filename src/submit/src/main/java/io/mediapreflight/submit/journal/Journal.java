package io.mediapreflight.submit.journal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Remembers what was submitted, so that one request is submitted once. Safe for use by any number of threads. */
public interface Journal {
    /** Remembers nothing, and lets everything pass. */
    static Journal none() {
        return NoJournal.INSTANCE;
    }

    /**
     * Asks whether a request may be sent, and writes down that it is about to be. No two callers may proceed with one
     * digest, in any thread or process, until the outcome of the first is known to forbid nothing.
     *
     * @param again whether to send it even if the journal knows it as sent
     * @return {@link Decision.Proceed} once the intent is safely written
     * @throws IOException where it cannot be; then nothing may be sent
     */
    Decision begin(Intent intent, boolean again) throws IOException;

    /** Records the outcome of an intent that {@link #begin} let pass. Works in an interrupted thread too. */
    void finish(String entryId, JournalOutcome outcome) throws IOException;

    /**
     * Writes down how a task of a service ended. After {@code failed} its request may be submitted again; a task that the journal
     * does not know, or whose end it knows, is passed over.
     */
    void taskEnded(URI baseUrl, String taskId, String status) throws IOException;

    /**
     * The submission that forbids another of the same request, without writing anything down. Only a help to those who would otherwise
     * prepare in vain: {@link #begin} decides. Empty also where a journal cannot look a single request up, which is so unless it
     * overrides this.
     *
     * @param digests of the request, by this version and by earlier ones
     */
    default Optional<JournalRecord> standing(List<String> digests) throws IOException {
        return Optional.empty();
    }

    /** Every submission, oldest first. */
    List<JournalRecord> list() throws IOException;
}
