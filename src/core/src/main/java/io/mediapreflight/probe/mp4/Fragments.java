package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up how long the samples of the movie fragments last ({@code moof}, ISO/IEC 14496-12 8.8.4). All fragments are
 * read where that can be done: the indexes, {@code sidx} and {@code mfra}, speak of one track each, and a sound track
 * that runs longer than the picture would go unseen.
 */
final class Fragments {
    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int DESCRIPTION_INDEX = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_SAMPLE_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int COMPOSITION_OFFSET = 0x800;
    private static final int SAMPLE_FIELDS = 0xF00;

    private final Window window;
    private final Map<Long, Long> defaults;
    private final Map<Long, Total> totals = new HashMap<>(2);
    private long samples;

    /** @param defaults {@code trex}, by track id */
    Fragments(Window window, Map<Long, Long> defaults) {
        this.window = window;
        this.defaults = defaults;
    }

    /** What the fragments of one track come to, in ticks of its media. */
    static final class Total {
        private long ticks;
        private long decoded;
        private long start = Long.MAX_VALUE;
        private long end;

        private void startAt(long tick) {
            decoded = Math.max(decoded, tick);
        }

        /** A sample is presented after it is decoded, by its composition offset. */
        private void add(long duration, long compositionOffset) {
            ticks = Math.addExact(ticks, duration);
            start = Math.min(start, Math.max(0, Math.addExact(decoded, compositionOffset)));
            decoded = Math.addExact(decoded, duration);
            end = Math.max(end, Math.addExact(decoded, compositionOffset));
        }

        /** The samples' durations added up. */
        long ticks() {
            return ticks;
        }

        /** Where the presentation of the first sample begins on the track's clock. */
        long start() {
            return start;
        }

        /** Where the presentation of the last sample ends on the track's clock. */
        long end() {
            return end;
        }
    }

    Total of(long trackId) {
        return totals.getOrDefault(trackId, new Total());
    }

    /** Whether it has samples, which lie in an {@code mdat}. */
    boolean readMoof(Box moof) throws IOException, MalformedException {
        long before = samples;
        Boxes boxes = Boxes.in(window, moof);
        while (boxes.next()) {
            if (boxes.type() == Box.TRAF) {
                readTraf(boxes.box());
            }
        }
        return samples > before;
    }

    private void readTraf(Box traf) throws IOException, MalformedException {
        Total total = new Total();
        long defaultTicks = 0;
        Boxes boxes = Boxes.in(window, traf);
        while (boxes.next()) {
            Box box = boxes.box();
            if (box.type() == Box.TFHD) {
                long trackId = window.u32(box.field(4, 4));
                total = totals.computeIfAbsent(trackId, id -> new Total());
                defaultTicks = readTfhd(box, defaults.getOrDefault(trackId, 0L));
            } else if (box.type() == Box.TFDT) {
                boolean isLong = window.u8(box.field(0, 4)) == 1;
                long at = box.field(4, isLong ? 8 : 4);
                total.startAt(isLong ? window.i64(at) : window.u32(at));
            } else if (box.type() == Box.TRUN) {
                readTrun(box, defaultTicks, total);
            }
        }
    }

    /** The default duration of this fragment's samples (8.8.7). */
    private long readTfhd(Box tfhd, long fallback) throws IOException, MalformedException {
        int flags = window.i32(tfhd.field(0, 8));
        int before = 8 + ((flags & BASE_DATA_OFFSET) != 0 ? 8 : 0) + ((flags & DESCRIPTION_INDEX) != 0 ? 4 : 0);
        return (flags & DEFAULT_DURATION) != 0 ? window.u32(tfhd.field(before, 4)) : fallback;
    }

    /** Adds the samples of one run (8.8.8). */
    private void readTrun(Box trun, long defaultTicks, Total total) throws IOException, MalformedException {
        int versionAndFlags = window.i32(trun.field(0, 8));
        long count = window.u32(trun.body() + 4);
        samples += count;
        if ((versionAndFlags & (SAMPLE_DURATION | COMPOSITION_OFFSET)) == 0) {
            total.add(Math.multiplyExact(count, defaultTicks), 0);
            return;
        }
        int header = 8
                + ((versionAndFlags & DATA_OFFSET) != 0 ? 4 : 0)
                + ((versionAndFlags & FIRST_SAMPLE_FLAGS) != 0 ? 4 : 0);
        int entry = 4 * Integer.bitCount(versionAndFlags & SAMPLE_FIELDS);
        if (count > (trun.end() - trun.body() - header) / entry) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    trun.start(),
                    "'trun' claims " + count + " samples, more than it holds",
                    "ISO/IEC 14496-12 8.8.8"));
        }
        boolean hasDuration = (versionAndFlags & SAMPLE_DURATION) != 0;
        boolean hasOffset = (versionAndFlags & COMPOSITION_OFFSET) != 0;
        boolean isSigned = versionAndFlags >>> 24 != 0;
        for (long at = trun.body() + header, end = at + count * entry; at < end; at += entry) {
            long ticks = hasDuration ? window.u32(at) : defaultTicks;
            long last = at + entry - 4; // the composition offset is the last field
            long offset = !hasOffset ? 0 : isSigned ? window.i32(last) : window.u32(last);
            total.add(ticks, offset);
        }
    }
}
