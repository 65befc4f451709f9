package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;

/**
 * Where the chunks of a track begin in the file ({@code stco} and {@code co64}, ISO/IEC 14496-12 8.7.5): all of them where the table lies in
 * the window, else the first and the last. An offset of 2⁶³ or more is negative.
 *
 * @param furthest the one that begins last of those that were seen
 * @param isInMovie whether one of those that were seen begins in the {@code moov} that lists it
 */
public record ChunkOffsets(long first, long last, long furthest, boolean isInMovie) {
    /** What is looked at of the end of the table: its last entry. */
    private static final int TAIL = 8;

    /** Reads a table that has entries. */
    static ChunkOffsets read(Window window, Table table, Box moov) throws IOException, MalformedException {
        boolean isWide = table.box().type() == Box.CO64;
        long first = offset(window, isWide, table.at(0));
        table.showEnd(window, TAIL);
        long last = offset(window, isWide, table.at(table.count() - 1));
        boolean isInMovie = isIn(moov, first) || isIn(moov, last);
        int[] numbers = table.numbers(window);
        if (numbers.length == 0) {
            return new ChunkOffsets(first, last, first < 0 || last < 0 ? -1 : Math.max(first, last), isInMovie);
        }
        long furthest = first;
        if (isWide) {
            for (long i = 1; i < table.count() && furthest >= 0; i++) {
                long chunk = window.i64(table.at(i));
                furthest = chunk < 0 ? chunk : Math.max(furthest, chunk);
                isInMovie |= isIn(moov, chunk);
            }
        } else {
            for (int entry : numbers) {
                long chunk = entry & 0xFFFF_FFFFL;
                furthest = Math.max(furthest, chunk);
                isInMovie |= isIn(moov, chunk);
            }
        }
        return new ChunkOffsets(first, last, furthest, isInMovie);
    }

    private static long offset(Window window, boolean isWide, long at) throws IOException, MalformedException {
        return isWide ? window.i64(at) : window.u32(at);
    }

    private static boolean isIn(Box moov, long offset) {
        return offset >= moov.start() && offset < moov.end();
    }
}
