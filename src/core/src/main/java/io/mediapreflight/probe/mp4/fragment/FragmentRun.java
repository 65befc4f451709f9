package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.movie.SampleDefaults;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** Reads {@code trun}, the samples of one run (ISO/IEC 14496-12 8.8.8). */
public final class FragmentRun {
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_SAMPLE_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_SIZE = 0x200;
    private static final int COMPOSITION_OFFSET = 0x800;
    private static final int SAMPLE_FIELDS = 0xF00;

    private static final String CLAUSE = "ISO/IEC 14496-12 8.8.8";

    private final Window window;
    private final Box trun;
    private final int flags;
    private final SampleDefaults defaults;
    private final FragmentTotal total;
    private final FragmentData data;

    private FragmentRun(Window window, Box trun, SampleDefaults defaults, FragmentTotal total, FragmentData data)
            throws IOException, MalformedException {
        this.window = window;
        this.trun = trun;
        this.flags = window.i32(trun.field(0, 8));
        this.defaults = defaults;
        this.total = total;
        this.data = data;
    }

    /**
     * Adds the samples of one run.
     *
     * @param defaults what they have where the run does not say
     * @return how many there are
     */
    static long read(
            Window window,
            Box trun,
            SampleDefaults defaults,
            FragmentTotal total,
            FragmentData data,
            FragmentDefects defects)
            throws IOException, MalformedException {
        return new FragmentRun(window, trun, defaults, total, data).read(defects);
    }

    private long read(FragmentDefects defects) throws IOException, MalformedException {
        long count = window.u32(trun.body() + 4);
        boolean hasPlace = (flags & DATA_OFFSET) != 0;
        if (hasPlace) {
            data.startRunAt(window.i32(trun.field(8, 4)));
        }
        if (count > 0) {
            total.beginRunAt(data.next());
        }
        if (count > 0 && data.isMisplaced()) {
            defects.add(Malformed.broken(
                    MalformedCode.SAMPLES_IN_HEADERS,
                    trun.start(),
                    Phrase.of("defects:fragment.run-in-header"),
                    CLAUSE));
        }
        if ((flags & (SAMPLE_DURATION | SAMPLE_SIZE | COMPOSITION_OFFSET)) == 0) {
            total.addRun(count, defaults.ticks());
            data.add(trun, Math.multiplyExact(count, defaults.size()));
            return count;
        }
        long first = trun.body() + 8 + (hasPlace ? 4 : 0) + ((flags & FIRST_SAMPLE_FLAGS) != 0 ? 4 : 0);
        int entry = 4 * Integer.bitCount(flags & SAMPLE_FIELDS);
        if (count > (trun.end() - first) / entry) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    trun.start(),
                    Phrase.of("defects:fragment.run-short").with("count", count),
                    CLAUSE));
        }
        total.count(count);
        boolean hasEmpty = addSamples(first, first + count * entry, entry);
        if (hasEmpty) {
            defects.add(Malformed.tolerated(
                    MalformedCode.CONTRADICTING_TABLES,
                    trun.start(),
                    Phrase.of("defects:fragment.empty-sample"),
                    CLAUSE));
        }
        return count;
    }

    /** Returns whether one of them has no bytes. */
    private boolean addSamples(long first, long end, int entry) throws IOException, MalformedException {
        boolean hasDuration = (flags & SAMPLE_DURATION) != 0;
        boolean hasSize = (flags & SAMPLE_SIZE) != 0;
        boolean hasOffset = (flags & COMPOSITION_OFFSET) != 0;
        boolean isSigned = flags >>> 24 != 0;
        long bytes = 0;
        boolean hasEmpty = false;
        for (long at = first; at < end; at += entry) {
            long ticks = hasDuration ? window.u32(at) : defaults.ticks();
            long size = hasSize ? window.u32(hasDuration ? at + 4 : at) : defaults.size();
            long last = at + entry - 4; // the composition offset is the last field
            long offset = !hasOffset ? 0 : isSigned ? window.i32(last) : window.u32(last);
            total.add(ticks, offset);
            bytes += size;
            hasEmpty |= size == 0;
        }
        data.add(trun, bytes);
        return hasEmpty;
    }
}
