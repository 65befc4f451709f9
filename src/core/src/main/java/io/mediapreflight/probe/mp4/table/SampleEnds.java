package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;

/** Where the samples of a track end, of which all three tables that say so lie in the window. */
public final class SampleEnds {
    private static final int SIZE = 4;
    private static final int RUN = 3; // numbers of an entry of stsc
    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final int[] NONE = {};

    private final Window window;
    private final Table chunks;
    private final int[] starts; // of chunks; none where they have 64 bits
    private final int[] runs;
    private final int[] sizes; // none where all samples have the same
    private final long sameSize;
    private final long samples;

    private SampleEnds(Window window, Table map, Table sizes, Table chunks) {
        this.window = window;
        this.chunks = chunks;
        this.starts = chunks.width() == SIZE ? chunks.numbers(window) : NONE;
        this.runs = map.numbers(window);
        this.sizes = sizes.size() > 0 ? NONE : sizes.numbers(window);
        this.sameSize = sizes.size();
        this.samples = sizes.count();
    }

    /** Behind the byte that lies furthest in the file; 0 where the tables do not all lie in the window. */
    static long furthest(Window window, Table map, Table sizes, Table chunks) throws IOException, MalformedException {
        boolean isSeen = map.hasEntries()
                && map.isIn(window)
                && chunks.hasEntries()
                && chunks.isIn(window)
                && (sizes.size() > 0 || (sizes.hasEntries() && sizes.width() == SIZE && sizes.isIn(window)));
        return isSeen ? new SampleEnds(window, map, sizes, chunks).furthest() : 0;
    }

    private long furthest() throws IOException, MalformedException {
        long furthest = 0;
        long sample = 0;
        int run = 0;
        for (int chunk = 0; chunk < chunks.count() && sample < samples; chunk++) {
            while (run + RUN < runs.length && chunk + 1 >= (runs[run + RUN] & UNSIGNED)) {
                run += RUN;
            }
            long behind = sample + Math.min(runs[run + 1] & UNSIGNED, samples - sample);
            long start = starts.length > 0 ? starts[chunk] & UNSIGNED : window.i64(chunks.at(chunk));
            long length = bytes(sample, behind);
            furthest = Math.max(furthest, start > Long.MAX_VALUE - length ? Long.MAX_VALUE : start + length);
            sample = behind;
        }
        return furthest;
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
