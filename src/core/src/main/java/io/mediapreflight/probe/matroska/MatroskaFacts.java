package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts what a segment says into the words that videos have in common. */
final class MatroskaFacts {
    /** The units of a display size: pixels; centimetres, inches and a ratio say no more than the shape. */
    private static final int PIXELS = 0;

    private static final int LAST_SHAPE = 3;

    /** The largest side that is multiplied: no frame is larger, and products stay small. */
    private static final long MAX_SIDE = Integer.MAX_VALUE;

    private MatroskaFacts() {}

    static VideoFacts of(MatroskaSegment segment, MatroskaTrack video) throws IOException {
        Optional<Fraction> container = segment.seconds();
        Optional<Fraction> ofTrack = segment.seconds(video);
        long enabled = segment.tracks().stream()
                .filter(track -> track.isVideo() && track.isEnabled())
                .count();
        return VideoFacts.builder()
                .codec(codec(video.codec()))
                .coded(coded(video))
                .shown(shown(video))
                .rotation(OptionalInt.of(0))
                .container(container)
                // Matroska has one duration, the segment's; tags may say more of a track.
                .videoTrack(ofTrack.isPresent() ? ofTrack : container)
                .enabledVideo((int) enabled)
                .audio(segment.tracks().stream().anyMatch(MatroskaTrack::isAudio))
                .build();
    }

    private static List<PictureSize> coded(MatroskaTrack video) {
        return video.pixelWidth() == 0 || video.pixelHeight() == 0
                ? List.of()
                : List.of(PictureSize.of(video.pixelWidth(), video.pixelHeight()));
    }

    /** After cropping and with the display size (RFC 9559 5.1.4.1.28.12), where either is given and makes sense. */
    private static Optional<PictureSize> shown(MatroskaTrack video) {
        long width = video.pixelWidth() - video.cropX();
        long height = video.pixelHeight() - video.cropY();
        if (width <= 0 || height <= 0 || width > MAX_SIDE || height > MAX_SIDE) {
            return Optional.empty();
        }
        PictureSize cropped = PictureSize.of(width, height);
        PictureSize shown = displayed(video, cropped);
        boolean isAsCoded = shown.isSameAs(PictureSize.of(video.pixelWidth(), video.pixelHeight()));
        return isAsCoded ? Optional.empty() : Optional.of(shown);
    }

    private static PictureSize displayed(MatroskaTrack video, PictureSize cropped) {
        long width = video.displayWidth();
        long height = video.displayHeight();
        boolean isGiven = width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE;
        if (!isGiven || video.displayUnit() > LAST_SHAPE) {
            return cropped;
        }
        return video.displayUnit() == PIXELS
                ? PictureSize.of(width, height)
                : new PictureSize(new Fraction(width * cropped.height().numerator(), height), cropped.height());
    }

    /** The four characters that the same codec has in MP4; else Matroska's own name. */
    private static String codec(String name) {
        return switch (name) {
            case "V_MPEG4/ISO/AVC" -> "avc1";
            case "V_MPEGH/ISO/HEVC" -> "hvc1";
            case "V_VP8" -> "vp08";
            case "V_VP9" -> "vp09";
            case "V_AV1" -> "av01";
            case "V_MPEG4/ISO/SP", "V_MPEG4/ISO/ASP", "V_MPEG4/ISO/AP" -> "mp4v";
            default -> name;
        };
    }
}
