package io.mediapreflight.probe.video;

import java.util.Optional;

/** Apple ProRes, whose four characters say which samples it has (Apple ProRes white paper, and FFmpeg's decoder). */
public final class ProResConfiguration {
    private static final int BITS = 10;
    private static final int BITS_OF_4444 = 12;

    private ProResConfiguration() {}

    /** Says nothing of any other codec, ProRes RAW among them. */
    public static CodecConfiguration of(String codec) {
        return switch (codec) {
            case "apco", "apcs", "apcn", "apch" -> CodecConfiguration.ofFormat(Optional.of(codec), BITS, "4:2:2");
            case "ap4h", "ap4x" -> CodecConfiguration.ofFormat(Optional.of(codec), BITS_OF_4444, "4:4:4");
            default -> CodecConfiguration.NONE;
        };
    }
}
