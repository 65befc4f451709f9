package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * {@code stts} (ISO/IEC 14496-12 8.6.1.2): how long each sample lasts.
 *
 * @param first how long the first sample lasts, in ticks; 0 where there is none
 * @param total what all samples come to, in ticks; empty where the table is too long to be added up
 * @param samples how many samples there are; empty likewise
 * @param spread by how many ticks the longest sample lasts longer than the shortest; the last one, which may be cut short or
 *     held, does not count. 0 where the table is too long
 */
public record SampleTimes(long first, OptionalLong total, OptionalLong samples, long spread) {
    static final SampleTimes NONE = new SampleTimes(0, OptionalLong.of(0), OptionalLong.of(0), 0);

    /**
     * Bytes of a table that are added up although they lie outside the window: two reads, of which the second is the one
     * that steps over the table anyway. With what is in the window they hold 30 s of 40 frames, each with a time of its
     * own; a constant frame rate has one entry.
     */
    static final int MAX_BYTES_OUTSIDE = 2 * Window.CAPACITY;

    /** Reads the whole table where it is short enough, else its first entry. */
    static SampleTimes read(Window window, Table table) throws IOException, MalformedException {
        if (table.count() == 0 || !table.fits()) {
            return NONE;
        }
        long first = window.u32(table.at(0) + 4);
        return window.holds(table.at(0), 8) && isShort(window, table)
                ? sum(window, table, first)
                : new SampleTimes(first, OptionalLong.empty(), OptionalLong.empty(), 0);
    }

    private static boolean isShort(Window window, Table table) {
        long outside = table.at(table.count()) - MAX_BYTES_OUTSIDE;
        return outside <= table.at(0) || window.holds(outside - 1, 1);
    }

    /** Adds up the whole table, however long it is. */
    static SampleTimes sum(Window window, Table table, long first) throws IOException, MalformedException {
        long ticks = 0;
        long samples = 0;
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        long end = table.at(table.count());
        for (long at = table.at(0); at < end; at += table.width()) {
            long count = window.u32(at);
            long each = window.u32(at + 4);
            samples += count;
            ticks = Math.addExact(ticks, Math.multiplyExact(count, each));
            if (count > 1 || (count == 1 && at + table.width() < end)) {
                shortest = Math.min(shortest, each);
                longest = Math.max(longest, each);
            }
        }
        long spread = Math.max(0, longest - shortest);
        return new SampleTimes(first, OptionalLong.of(ticks), OptionalLong.of(samples), spread);
    }
}
