package io.mediapreflight.submit.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of a line whose writer died. Nothing was sent on the strength of it, since an intent counts once it is
 * whole and on the disk. The next writer closes it with a mark that says how long it is; so the bytes stay, for they may
 * hold a task id, and are never mistaken for a line that was once whole.
 */
final class TornLine {
    private static final String MARK = " #torn ";

    /** The mark, ten digits at most. */
    private static final int MAX_MARK = MARK.length() + 10;

    private TornLine() {}

    /** What closes a torn line of so many bytes. */
    static byte[] close(long length) {
        return (MARK + length + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What stands before the mark, where a line, its line feed not among the bytes, is a torn one that was closed. */
    static Optional<byte[]> closed(byte[] line) {
        int from = Math.max(0, line.length - MAX_MARK);
        String end = new String(line, from, line.length - from, StandardCharsets.ISO_8859_1);
        int mark = end.lastIndexOf(MARK);
        boolean closed = mark >= 0 && end.substring(mark + MARK.length()).equals(Integer.toString(from + mark));
        return closed ? Optional.of(Arrays.copyOf(line, from + mark)) : Optional.empty();
    }
}
