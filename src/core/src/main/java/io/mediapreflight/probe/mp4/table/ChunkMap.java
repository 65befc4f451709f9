package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * {@code stsc} (ISO/IEC 14496-12 8.7.4): how many samples a chunk has, in runs of chunks that have as many.
 *
 * @param lastRunStart the first chunk of the last run, from 1 on
 * @param perChunk how many samples each chunk of the last run has
 * @param samplesBefore how many samples the runs before the last one have; empty where the table was not seen as a whole, or
 *     its runs make no sense
 * @param isUnordered whether its runs, as far as they were seen, make no sense
 * @param furthestDescription the highest sample description that one of them, as far as they were seen, names
 */
public record ChunkMap(
        long lastRunStart, long perChunk, OptionalLong samplesBefore, boolean isUnordered, long furthestDescription) {
    private static final int ENTRY = 12;

    /** Reads the last entry, and the others where they are in the window. The table has entries. */
    static ChunkMap read(Window window, Table table) throws IOException, MalformedException {
        long last = table.at(table.count() - 1);
        boolean isSeen = table.isIn(window);
        OptionalLong before = isSeen ? samplesBefore(window, table, last) : OptionalLong.empty();
        long start = window.u32(last);
        long perChunk = window.u32(last + 4);
        boolean isUnordered = (isSeen && before.isEmpty()) || start == 0;
        long furthest = 0;
        for (long at = isSeen ? table.at(0) : last; at <= last; at += ENTRY) {
            furthest = Math.max(furthest, window.u32(at + 8));
        }
        return new ChunkMap(start, perChunk, before, isUnordered, furthest);
    }

    private static OptionalLong samplesBefore(Window window, Table table, long last)
            throws IOException, MalformedException {
        long samples = 0;
        for (long at = table.at(0); at < last; at += ENTRY) {
            long chunks = window.u32(at + ENTRY) - window.u32(at);
            if (chunks <= 0 || window.u32(at) == 0 || window.u32(at + 4) == 0) {
                return OptionalLong.empty();
            }
            samples = Math.addExact(samples, Math.multiplyExact(chunks, window.u32(at + 4)));
        }
        return OptionalLong.of(samples);
    }

    /**
     * How many of so many samples are in the last chunk. Some muxers leave the last chunk of a run short without a run of its
     * own.
     *
     * @return 1 where that is not known: so many it has at least
     */
    long samplesOfLastChunk(long samples) {
        if (samplesBefore.isEmpty() || perChunk == 0 || samples <= samplesBefore.getAsLong()) {
            return 1;
        }
        long rest = (samples - samplesBefore.getAsLong()) % perChunk;
        return rest == 0 ? perChunk : rest;
    }

    /** Whether so many chunks have room for so many samples; true where that is not known. */
    boolean holds(long samples, long chunks) {
        if (samplesBefore.isEmpty()) {
            return true;
        }
        long ofLastRun = Math.max(0, chunks - lastRunStart + 1);
        return samplesBefore.getAsLong() >= samples || ofLastRun >= ceiling(samples - samplesBefore.getAsLong());
    }

    private long ceiling(long samples) {
        return perChunk == 0 ? Long.MAX_VALUE : (samples + perChunk - 1) / perChunk;
    }
}
