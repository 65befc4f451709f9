package io.mediapreflight.submit.journal;

/** What the journal says to a request that is about to be sent. */
public sealed interface Decision {
    /** Send it. The intent is on the disk; {@link Journal#finish} takes the id and the outcome. */
    record Proceed(String entryId) implements Decision {}

    /** Do not send it: this entry says that it was accepted, or may have been. */
    record Known(JournalRecord record) implements Decision {}
}
