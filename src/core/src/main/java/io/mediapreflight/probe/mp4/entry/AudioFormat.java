package io.mediapreflight.probe.mp4.entry;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The first sample entry of an audio track (ISO/IEC 14496-12 12.2.3), as far as it lies within its box.
 *
 * @param codec four characters, such as {@code mp4a}
 * @param channels empty where the headers do not say it for certain
 */
public record AudioFormat(Optional<String> codec, Optional<Integer> channels) {
    public static final AudioFormat UNKNOWN = new AudioFormat(Optional.empty(), Optional.empty());

    /** Without compression, or compressed sample by sample: there the entry has to say how many channels there are. */
    private static final Set<String> COUNTED = Set.of(
            "twos", "sowt", "raw ", "NONE", "in24", "in32", "fl32", "fl64", "lpcm", "ipcm", "fpcm", "ulaw", "alaw",
            "ima4", "MAC3", "MAC6", "QDMC", "QDM2", "Qclp");

    private static final int CODEC = 8 + 4; // behind the count, and the size of the entry
    private static final int VERSION = CODEC + 4 + 8;
    private static final int CHANNELS = VERSION + 8;

    /** QuickTime's second version has the number of channels in a wider field. */
    private static final int WIDE_VERSION = 2;

    private static final int WIDE_CHANNELS = VERSION + 8 + 12 + 4 + 8;

    public static AudioFormat read(Window window, Box stsd) throws IOException, MalformedException {
        long room = stsd.end() - stsd.body();
        if (room < CHANNELS + 2) {
            return UNKNOWN;
        }
        String codec = Box.fourCc(window.i32(stsd.body() + CODEC));
        int version = window.u16(stsd.body() + VERSION);
        return new AudioFormat(Optional.of(codec), channels(window, stsd, codec, version));
    }

    /**
     * In MP4 the sample entry of most codecs says two channels whatever there are (ISO/IEC 14496-14 5.6; 3GPP TS 26.244 6.5), so they are
     * counted where the codec itself says it.
     */
    private static Optional<Integer> channels(Window window, Box stsd, String codec, int version)
            throws IOException, MalformedException {
        return switch (codec) {
            case "samr", "sawb" -> Optional.of(1); // there is no other AMR in MP4
            case "mp4a", "enca", "ac-3", "ec-3", "Opus", "fLaC", "alac" -> {
                Optional<Integer> own = AudioChannels.read(window, stsd, version);
                yield own.isPresent() || version == 0 ? own : counted(window, stsd, version);
            }
            default -> COUNTED.contains(codec) || version > 0 ? counted(window, stsd, version) : Optional.empty();
        };
    }

    private static Optional<Integer> counted(Window window, Box stsd, int version)
            throws IOException, MalformedException {
        if (version != WIDE_VERSION) {
            return known(window.u16(stsd.body() + CHANNELS));
        }
        boolean isHere = stsd.end() - stsd.body() >= WIDE_CHANNELS + 4;
        return isHere ? known(window.u32(stsd.body() + WIDE_CHANNELS)) : Optional.empty();
    }

    private static Optional<Integer> known(long channels) {
        return channels < 1 || channels > Short.MAX_VALUE ? Optional.empty() : Optional.of((int) channels);
    }
}
