package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.video.Av1Configuration;
import io.mediapreflight.probe.video.AvcConfiguration;
import io.mediapreflight.probe.video.CodecConfiguration;
import io.mediapreflight.probe.video.HevcConfiguration;
import io.mediapreflight.probe.video.NamedCodec;
import io.mediapreflight.probe.video.Vp9Configuration;
import io.mediapreflight.spec.Fraction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the video of a track is coded.
 *
 * @param codec the four characters that the same codec has in MP4; else Matroska's own name
 * @param configuration what {@code CodecPrivate} says
 */
record MatroskaCoding(String codec, CodecConfiguration configuration) {
    private static final int AV1_MARKER = 0x81;
    private static final int FOUR_CC = 4;

    static MatroskaCoding of(MatroskaTrack track) {
        byte[] bytes = track.codecPrivate();
        int version = bytes.length == 0 ? -1 : bytes[0] & 0xFF;
        return switch (track.codec()) {
            case "V_MPEG4/ISO/AVC" ->
                known("avc1", version == 1 ? AvcConfiguration.read("avc1", bytes) : CodecConfiguration.NONE);
            case "V_MPEGH/ISO/HEVC" ->
                // Version 0 is that of a draft, which FFmpeg wrote into the first files.
                known("hvc1", version == 0 || version == 1 ? hevc(bytes) : CodecConfiguration.NONE);
            case "V_AV1" ->
                known("av01", version == AV1_MARKER ? Av1Configuration.read("av01", bytes) : CodecConfiguration.NONE);
            case "V_VP9" -> known("vp09", Vp9Configuration.readFeatures("vp09", bytes));
            case "V_VP8" -> known("vp08", NamedCodec.of("vp08"));
            case "V_PRORES" -> proRes(track.codec(), bytes);
            case "V_MPEG4/ISO/SP", "V_MPEG4/ISO/ASP", "V_MPEG4/ISO/AP" -> known("mp4v", CodecConfiguration.NONE);
            default -> known(track.codec(), CodecConfiguration.NONE);
        };
    }

    private static MatroskaCoding known(String codec, CodecConfiguration configuration) {
        return new MatroskaCoding(codec, configuration);
    }

    /** Start codes in place of {@code hvcC} begin with two or three zeros. */
    private static CodecConfiguration hevc(byte[] bytes) {
        boolean isStartCode = bytes.length > 2 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] <= 1;
        return isStartCode ? CodecConfiguration.NONE : HevcConfiguration.read("hvc1", bytes);
    }

    /** It holds the four characters that QuickTime has. */
    private static MatroskaCoding proRes(String name, byte[] bytes) {
        if (bytes.length != FOUR_CC) {
            return known(name, CodecConfiguration.NONE);
        }
        String codec = new String(bytes, StandardCharsets.US_ASCII);
        CodecConfiguration configuration = NamedCodec.of(codec);
        return configuration.bitDepth().isPresent()
                ? known(codec, configuration)
                : known(name, CodecConfiguration.NONE);
    }

    /** What is known of the coding; the container's word counts before the configuration's where it says how to show frames. */
    VideoCoding coding(MatroskaTrack track) {
        MatroskaVideo video = track.video();
        return VideoCoding.builder()
                .codecString(configuration.codecString())
                .frameRate(track.frameRate())
                .bitDepth(configuration.bitDepth().or(video::bitDepth))
                .chromaSubsampling(configuration.chromaSubsampling().or(video::chromaSubsampling))
                .transfer(video.transfer().or(configuration::transfer))
                .sampleAspectRatio(sampleAspectRatio(video))
                .interlaced(video.interlaced().or(configuration::interlaced))
                .alpha(video.hasAlpha() ? Optional.of(true) : Optional.empty())
                .build();
    }

    /** Without a display size pixels are square (RFC 9559 5.1.4.1.28.12), unless the configuration says otherwise. */
    private Optional<Fraction> sampleAspectRatio(MatroskaVideo video) {
        if (video.hasDisplaySize()) {
            return video.sampleAspectRatio();
        }
        Fraction square = Fraction.of(1);
        boolean isSquare = configuration.sampleAspectRatio().orElse(square).compareTo(square) == 0;
        return isSquare ? Optional.of(square) : Optional.empty();
    }

    /** Four characters as MP4 has them, where it knows the codec; else Matroska's own name. */
    static String audioCodec(String name) {
        if (name.startsWith("A_AAC")) {
            return "mp4a"; // old files name the profile too
        }
        return switch (name) {
            case "A_OPUS" -> "Opus";
            case "A_AC3" -> "ac-3";
            case "A_EAC3" -> "ec-3";
            case "A_FLAC" -> "fLaC";
            case "A_ALAC" -> "alac";
            default -> name;
        };
    }
}
