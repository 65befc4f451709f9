package io.mediapreflight.probe.video;

import java.util.Optional;
import java.util.Set;

/** Codecs of which four characters say which samples they have, without a configuration. */
public final class NamedCodec {
    private static final int PRORES_BITS = 10;
    private static final int PRORES_4444_BITS = 12;
    private static final int V210_BITS = 10;

    /** Those whose codec string goes on behind the name, with what only a configuration says. */
    private static final Set<String> CONFIGURED = Set.of(
            "avc1", "avc2", "avc3", "avc4", "svc1", "mvc1", "hvc1", "hev1", "hvc2", "hev2", "lhv1", "lhe1", "vvc1",
            "vvi1", "evc1", "av01", "vp08", "vp09", "mp4v", "dva1", "dvav", "dvh1", "dvhe", "dav1", "encv");

    private NamedCodec() {}

    /**
     * What the name says of the samples (Apple ProRes white paper; QTFF, sample descriptions; 3GPP TS 26.244). Nothing of a codec that
     * goes by its configuration, and the name alone of others.
     */
    public static CodecConfiguration of(String codec) {
        return switch (codec) {
            case "apco", "apcs", "apcn", "apch" -> format(codec, PRORES_BITS, "4:2:2");
            case "ap4h", "ap4x" -> format(codec, PRORES_4444_BITS, "4:4:4");
            case "v210" -> format(codec, V210_BITS, "4:2:2");
            case "2vuy", "yuvs" -> format(codec, 8, "4:2:2");
            case "s263", "h263" -> CodecConfiguration.ofEightBits(Optional.of(codec));
            case "vp08" -> CodecConfiguration.ofEightBits(Optional.empty());
            default -> named(codec);
        };
    }

    private static CodecConfiguration format(String codec, int bitDepth, String chromaSubsampling) {
        return CodecConfiguration.ofFormat(Optional.of(codec), bitDepth, chromaSubsampling);
    }

    /** RFC 6381 3.3: a codec string begins with the name of the sample entry. One with spaces in it would be no codec string. */
    private static CodecConfiguration named(String codec) {
        boolean isWord = !codec.isEmpty();
        for (int i = 0; i < codec.length(); i++) {
            char letter = codec.charAt(i);
            isWord &= (letter >= '0' && letter <= '9')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= 'a' && letter <= 'z');
        }
        return isWord && !CONFIGURED.contains(codec) ? CodecConfiguration.named(codec) : CodecConfiguration.NONE;
    }
}
