package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;

/** Where the samples of a track end, of which all three tables that say so lie in the window. */
public final class SampleEnds {
    private static final int SIZE = 4;

    private final Window window;
    private final Table map;
    private final Table sizes;
    private final Table chunks;
    private long run;
    private long perChunk;
    private long nextRunStart;

    private SampleEnds(Window window, Table map, Table sizes, Table chunks) {
        this.window = window;
        this.map = map;
        this.sizes = sizes;
        this.chunks = chunks;
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
        startRun(0);
        long furthest = 0;
        long sample = 0;
        for (long chunk = 0; chunk < chunks.count() && sample < sizes.count(); chunk++) {
            while (chunk + 1 >= nextRunStart) {
                startRun(run + 1);
            }
            long behind = sample + Math.min(perChunk, sizes.count() - sample);
            long at = chunks.at(chunk);
            long start = chunks.box().type() == Box.CO64 ? window.i64(at) : window.u32(at);
            long length = bytes(sample, behind);
            furthest = Math.max(furthest, start > Long.MAX_VALUE - length ? Long.MAX_VALUE : start + length);
            sample = behind;
        }
        return furthest;
    }

    private void startRun(long index) throws IOException, MalformedException {
        run = index;
        perChunk = window.u32(map.at(index) + 4);
        nextRunStart = index + 1 < map.count() ? window.u32(map.at(index + 1)) : Long.MAX_VALUE;
    }

    private long bytes(long from, long behind) throws IOException, MalformedException {
        if (sizes.size() > 0) {
            return Math.multiplyExact(sizes.size(), behind - from);
        }
        long bytes = 0;
        for (long sample = from; sample < behind; sample++) {
            bytes += window.u32(sizes.at(sample));
        }
        return bytes;
    }
}
