package io.mediapreflight.probe.video;

import io.mediapreflight.probe.Transfer;
import java.util.Locale;
import java.util.Optional;

/** {@code vpcC} (VP codec ISO media file format binding). It has no size. */
public final class Vp9Configuration {
    private static final int BYTES = 10;

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
        String codecString =
                String.format(Locale.ROOT, "%s.%02d.%02d.%02d", entry, box[4] & 0xFF, box[5] & 0xFF, depth);
        return new CodecConfiguration(
                Optional.of(codecString),
                Optional.empty(),
                Optional.empty(),
                Optional.of(depth),
                Optional.of(CodecConfiguration.chroma(chroma < 2 ? 1 : chroma)),
                Transfer.of(box[8] & 0xFF),
                Optional.of(false));
    }
}
