package io.mediapreflight.probe.video;

import io.mediapreflight.probe.Transfer;
import java.util.Optional;

/** {@code vpcC} (VP codec ISO media file format binding), and what WebM has in its place. Neither has a size. */
public final class Vp9Configuration {
    private static final int BYTES = 10;
    private static final int FEATURE = 3;
    private static final int UNKNOWN = -1;
    private static final Optional<Integer> EIGHT_BITS = Optional.of(8);
    private static final Optional<String> QUARTER = Optional.of("4:2:0");

    /** VP9 has no fields. */
    private static final Optional<Boolean> PROGRESSIVE = Optional.of(false);

    private Vp9Configuration() {}

    /**
     * Reads what is in such a box.
     *
     * @param entry the four characters of the sample entry, such as {@code vp09}
     */
    public static CodecConfiguration read(String entry, byte[] box) {
        if (box.length < BYTES) {
            return CodecConfiguration.NONE;
        }
        int depth = (box[6] >> 4) & 0xF;
        int chroma = (box[6] >> 1) & 7;
        return new CodecConfiguration(
                Optional.of(name(entry, box[4] & 0xFF, box[5] & 0xFF, depth)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(depth),
                Optional.of(chroma(chroma)),
                Transfer.of(box[8] & 0xFF),
                PROGRESSIVE);
    }

    /**
     * Reads what is in the {@code CodecPrivate} of WebM: features, each with its number, its length and its value.
     *
     * @param entry the four characters of the sample entry that MP4 would have
     */
    public static CodecConfiguration readFeatures(String entry, byte[] features) {
        int[] values = {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN}; // profile, level, bit depth, chroma
        for (int at = 0; at + 2 < features.length && features[at + 1] == 1; at += FEATURE) {
            int id = features[at];
            if (id >= 1 && id <= values.length) {
                values[id - 1] = features[at + 2] & 0xFF;
            }
        }
        boolean isNamed = values[0] >= 0 && values[1] >= 0 && values[2] >= 0;
        return new CodecConfiguration(
                isNamed ? Optional.of(name(entry, values[0], values[1], values[2])) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                // Profiles 0 and 1 have eight bits, and 0 and 2 quarter chroma (VP9 bitstream specification 7.2).
                values[2] > 0
                        ? Optional.of(values[2])
                        : values[0] == 0 || values[0] == 1 ? EIGHT_BITS : Optional.empty(),
                values[3] >= 0
                        ? Optional.of(chroma(values[3]))
                        : values[0] == 0 || values[0] == 2 ? QUARTER : Optional.empty(),
                Optional.empty(),
                PROGRESSIVE);
    }

    private static String name(String entry, int profile, int level, int depth) {
        return entry + "." + CodecConfiguration.twoDigits(profile) + "." + CodecConfiguration.twoDigits(level) + "."
                + CodecConfiguration.twoDigits(depth);
    }

    /** The first two values are of chroma that is halved both ways, with its samples in other places. */
    private static String chroma(int format) {
        return CodecConfiguration.chroma(format < 2 ? 1 : format);
    }
}
