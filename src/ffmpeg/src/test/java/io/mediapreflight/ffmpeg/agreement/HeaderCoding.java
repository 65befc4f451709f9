package io.mediapreflight.ffmpeg.agreement;

import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.spec.Fraction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a video is coded as its headers say, each fact as text by its name. */
public final class HeaderCoding {
    private HeaderCoding() {}

    static Map<String, String> of(VideoCoding coding) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "profile", coding.codecString().flatMap(HeaderCoding::profile));
        put(facts, "frameRate", coding.frameRate().map(HeaderCoding::rounded));
        put(facts, "variableFrameRate", coding.variableFrameRate());
        put(facts, "frameCount", coding.frameCount());
        put(facts, "bitDepth", coding.bitDepth());
        put(facts, "chromaSubsampling", coding.chromaSubsampling());
        put(facts, "transfer", coding.transfer().map(Transfer::id));
        put(facts, "sampleAspectRatio", coding.sampleAspectRatio().map(HeaderCoding::rounded));
        put(facts, "interlaced", coding.interlaced());
        put(facts, "audioCodec", coding.audioCodec().filter(name -> !name.startsWith("A_")));
        put(facts, "audioChannels", coding.audioChannels());
        return facts;
    }

    private static <T> void put(Map<String, String> facts, String name, Optional<T> value) {
        value.ifPresent(known -> facts.put(name, known.toString()));
    }

    /** Profile and level, which are all that FFmpeg keeps of what a codec string says. */
    private static Optional<String> profile(String codecString) {
        String[] parts = codecString.split("\\.", -1);
        return switch (parts[0]) {
            case "avc1", "avc3" -> Optional.of(hex(parts[1], 0) + "/" + hex(parts[1], 4));
            case "hvc1", "hev1" -> Optional.of(parts[1] + "/" + parts[3].substring(1));
            case "av01" -> Optional.of(parts[1] + "/" + Integer.parseInt(parts[2].substring(0, 2)));
            case "mp4v" -> parts.length == 3 ? Optional.of(parts[2] + "/") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static int hex(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2), 16);
    }

    private static String rounded(Fraction value) {
        return rounded(value.numerator(), value.denominator());
    }

    /** Three decimals: FFmpeg keeps rates in a fraction of small numbers. */
    public static String rounded(long numerator, long denominator) {
        return String.format(Locale.ROOT, "%.3f", (double) numerator / denominator);
    }
}
