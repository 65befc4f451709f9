package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.movie.SampleDefaults;
import java.io.IOException;

/** Reads {@code tfhd}: what the samples of a track's fragment have, and from where their places count (ISO/IEC 14496-12 8.8.7). */
public final class FragmentHeader {
    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int DESCRIPTION_INDEX = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int BASE_IS_MOOF = 0x2_0000;
    private static final int FIRST_FIELD = 8;

    private FragmentHeader() {}

    static long trackId(Window window, Box tfhd) throws IOException, MalformedException {
        return window.u32(tfhd.field(4, 4));
    }

    /** @param fallback what {@code trex} says */
    static SampleDefaults read(Window window, Box tfhd, SampleDefaults fallback, FragmentData data)
            throws IOException, MalformedException {
        int flags = window.i32(tfhd.field(0, FIRST_FIELD));
        int at = FIRST_FIELD;
        if ((flags & BASE_DATA_OFFSET) != 0) {
            data.startTrackAt(window.i64(tfhd.field(at, 8)));
            at += 8;
        } else if ((flags & BASE_IS_MOOF) != 0) {
            data.startTrackAtMoof();
        } else {
            data.startTrackBehindTheLast();
        }
        if ((flags & (DESCRIPTION_INDEX | DEFAULT_DURATION | DEFAULT_SIZE)) == 0) {
            return fallback;
        }
        long[] values = {fallback.description(), fallback.ticks(), fallback.size()};
        int[] given = {DESCRIPTION_INDEX, DEFAULT_DURATION, DEFAULT_SIZE};
        for (int i = 0; i < values.length; i++) {
            if ((flags & given[i]) != 0) {
                values[i] = window.u32(tfhd.field(at, 4));
                at += 4;
            }
        }
        return new SampleDefaults(values[0], values[1], values[2]);
    }
}
