package io.mediapreflight.probe.video;

import java.util.Optional;

/** {@code dvcC} and {@code dvvC} (Dolby Vision streams within the ISO base media file format, 2.2 and 3.2). */
public final class DolbyVision {
    private static final int BYTES = 4;

    private DolbyVision() {}

    /**
     * The codec string of a sample entry that is named for Dolby Vision; empty where the box is too short to say it.
     *
     * @param entry the four characters of the sample entry, such as {@code dvh1}
     */
    public static Optional<String> codecString(String entry, byte[] box) {
        if (box.length < BYTES) {
            return Optional.empty();
        }
        int fields = ((box[2] & 0xFF) << 8) | (box[3] & 0xFF);
        return Optional.of(entry + "." + CodecConfiguration.twoDigits(fields >> 9) + "."
                + CodecConfiguration.twoDigits((fields >> 3) & 0x3F));
    }

    /** Whether a sample entry is named for it. */
    public static boolean names(String entry) {
        return entry.equals("dvh1")
                || entry.equals("dvhe")
                || entry.equals("dva1")
                || entry.equals("dvav")
                || entry.equals("dav1");
    }
}
