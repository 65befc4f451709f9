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
    private static final int NUMBERS = 3; // of an entry
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    /** Reads the last entry, and the others where they are in the window. The table has entries. */
    static ChunkMap read(Window window, Table table) throws IOException, MalformedException {
        long last = table.at(table.count() - 1);
        long start = window.u32(last);
        long perChunk = window.u32(last + 4);
        long furthest = window.u32(last + 8);
        int[] runs = table.numbers(window);
        if (runs.length == 0) {
            return new ChunkMap(
                    start, perChunk, OptionalLong.empty(), start == 0 || perChunk > Integer.MAX_VALUE, furthest);
        }
        long samples = 0;
        boolean isOrdered = start > 0 && perChunk <= Integer.MAX_VALUE;
        long next = start;
        for (int i = runs.length - 2 * NUMBERS; i >= 0; i -= NUMBERS) {
            long from = runs[i] & UNSIGNED;
            long each = runs[i + 1] & UNSIGNED;
            isOrdered &= from > 0 && from < next && each > 0 && each <= Integer.MAX_VALUE;
            samples = isOrdered ? Math.addExact(samples, Math.multiplyExact(next - from, each)) : 0;
            furthest = Math.max(furthest, runs[i + 2] & UNSIGNED);
            next = from;
        }
        OptionalLong before = isOrdered ? OptionalLong.of(samples) : OptionalLong.empty();
        return new ChunkMap(start, perChunk, before, !isOrdered, furthest);
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
