package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.Optional;

/**
 * The first sample entry of an audio track (ISO/IEC 14496-12 12.2.3), as far as it lies within its box.
 *
 * @param codec four characters, such as {@code mp4a}
 */
record AudioFormat(Optional<String> codec, Optional<Integer> channels) {
    static final AudioFormat UNKNOWN = new AudioFormat(Optional.empty(), Optional.empty());

    /** In MP4 its sample entry says two channels whatever there are (ISO/IEC 14496-14 5.6). */
    private static final String AAC = "mp4a";

    private static final int CODEC = 8 + 4; // behind the count, and the size of the entry
    private static final int VERSION = CODEC + 4 + 8;
    private static final int CHANNELS = VERSION + 8;

    /** QuickTime's second version has the number of channels in a wider field. */
    private static final int WIDE_VERSION = 2;

    private static final int WIDE_CHANNELS = VERSION + 8 + 12 + 4 + 8;

    static AudioFormat read(Window window, Box stsd) throws IOException, MalformedException {
        long room = stsd.end() - stsd.body();
        if (room < CHANNELS + 2) {
            return UNKNOWN;
        }
        String codec = Box.fourCc(window.i32(stsd.body() + CODEC));
        int version = window.u16(stsd.body() + VERSION);
        if (version == 0 && codec.equals(AAC)) {
            return new AudioFormat(Optional.of(codec), AacConfiguration.channels(window, stsd));
        }
        if (version != WIDE_VERSION) {
            return new AudioFormat(Optional.of(codec), known(window.u16(stsd.body() + CHANNELS)));
        }
        Optional<Integer> channels =
                room < WIDE_CHANNELS + 4 ? Optional.empty() : known(window.u32(stsd.body() + WIDE_CHANNELS));
        return new AudioFormat(Optional.of(codec), channels);
    }

    private static Optional<Integer> known(long channels) {
        return channels < 1 || channels > Short.MAX_VALUE ? Optional.empty() : Optional.of((int) channels);
    }
}
