package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.Window;

/** Where the samples of a track end, of which all three tables that say so were in the window. */
final class SampleEnds {
    private static final int SIZE = 4;
    private static final int WIDE = 8;
    private static final int RUN = 3; // numbers of an entry of stsc
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final boolean isWide;
    private final int[] starts; // of chunks; two numbers each where they have 64 bits
    private final int[] runs;
    private final int[] sizes; // none where all samples have the same
    private final long sameSize;
    private final long samples;

    private SampleEnds(boolean isWide, int[] starts, int[] runs, int[] sizes, Table sizeTable) {
        this.isWide = isWide;
        this.starts = starts;
        this.runs = runs;
        this.sizes = sizes;
        this.sameSize = sizeTable.size();
        this.samples = sizeTable.count();
    }

    /** Behind the byte that lies furthest in the file; 0 where the tables were not all in the window. */
    static long furthest(Window window, Table map, Table sizes, Table chunks) {
        if (!map.hasEntries() || !chunks.hasEntries() || (sizes.size() == 0 && !hasSizes(sizes))) {
            return 0;
        }
        int[] runs = map.numbers(window);
        int[] starts = chunks.numbers(window);
        int[] each = sizes.numbers(window);
        return runs.length == 0 || starts.length == 0 || (sizes.size() == 0 && each.length == 0)
                ? 0
                : new SampleEnds(chunks.width() == WIDE, starts, runs, each, sizes).furthest();
    }

    private static boolean hasSizes(Table sizes) {
        return sizes.hasEntries() && sizes.width() == SIZE;
    }

    private long furthest() {
        long furthest = 0;
        long sample = 0;
        int run = 0;
        int chunks = isWide ? starts.length / 2 : starts.length;
        for (int chunk = 0; chunk < chunks && sample < samples; chunk++) {
            while (run + RUN < runs.length && chunk + 1 >= (runs[run + RUN] & UNSIGNED)) {
                run += RUN;
            }
            long behind = sample + Math.min(runs[run + 1] & UNSIGNED, samples - sample);
            long start = start(chunk);
            long length = bytes(sample, behind);
            furthest = Math.max(furthest, start > Long.MAX_VALUE - length ? Long.MAX_VALUE : start + length);
            sample = behind;
        }
        return furthest;
    }

    private long start(int chunk) {
        return isWide
                ? (starts[2 * chunk] & UNSIGNED) << 32 | (starts[2 * chunk + 1] & UNSIGNED)
                : starts[chunk] & UNSIGNED;
    }

    private long bytes(long from, long behind) {
        if (sameSize > 0) {
            return Math.multiplyExact(sameSize, behind - from);
        }
        long bytes = 0;
        for (int sample = (int) from; sample < behind; sample++) {
            bytes += sizes[sample] & UNSIGNED;
        }
        return bytes;
    }
}
