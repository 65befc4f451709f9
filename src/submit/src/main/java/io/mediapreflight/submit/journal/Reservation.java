package io.mediapreflight.submit.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Space on the disk for the outcome of an intent, taken together with it: a disk that fills up while a request is under way still
 * has room for the task's id.
 *
 * <p>It is a line of blanks before the intent, so that an intent counts only where its reservation is whole, and it ends in the mark
 * of a torn line. An outcome is written over its first blanks and nothing else: whatever part of that reaches the disk, the mark
 * stays, so that the line is passed over unless the outcome is whole.
 */
final class Reservation {
    /** An id of five hundred characters has room; an outcome as services give it has some three hundred bytes. */
    static final int BYTES = 1024;

    /** The bytes before the mark. */
    static final int ROOM = BYTES - TornLine.close(BYTES).length;

    private Reservation() {}

    /** The line with its line feed. */
    static byte[] blank() {
        byte[] line = new byte[BYTES];
        Arrays.fill(line, (byte) ' ');
        byte[] mark = TornLine.close(ROOM);
        System.arraycopy(mark, 0, line, ROOM, mark.length);
        return line;
    }

    /** What is written over the beginning of it; empty where the outcome is too long, however it is shortened. */
    static Optional<byte[]> filledWith(JournalEvent outcome) {
        byte[] whole = JournalLine.write(outcome);
        byte[] line = whole.length <= ROOM ? whole : JournalLine.write(OutcomeLines.shortened(outcome));
        return line.length <= ROOM ? Optional.of(Arrays.copyOf(line, line.length - 1)) : Optional.empty();
    }

    /** The outcome in what stands before the mark, where a whole one does. */
    static Optional<JournalEvent> outcomeIn(byte[] beforeTheMark) {
        String text = new String(beforeTheMark, StandardCharsets.ISO_8859_1).stripTrailing();
        return JournalLine.read(text.getBytes(StandardCharsets.ISO_8859_1))
                .filter(event -> event.type().isOutcome());
    }
}
