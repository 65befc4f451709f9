package io.mediapreflight.rule;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Span;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Advice on the headers' facts of a video for which there is no limit: its coding, and disabled tracks. */
public final class VideoAdvice {
    private static final int USUAL_BITS = 8;

    private VideoAdvice() {}

    /** In the order in which advice is listed; what the headers do not say is no cause for any. */
    public static List<Advice> of(VideoFacts video, Limits limits) {
        List<Advice> advice = new ArrayList<>(0);
        VideoCoding coding = video.coding();
        if (!video.codec().isEmpty() && !video.codec().startsWith("avc")) {
            advice.add(new Advice(AdviceId.VIDEO_CODEC, codec(video)));
        }
        if (coding.bitDepth().orElse(0) > USUAL_BITS) {
            advice.add(new Advice(
                    AdviceId.VIDEO_BIT_DEPTH,
                    Phrase.of("found.bits").with("bits", coding.bitDepth().orElse(0))));
        }
        if (coding.transfer().orElse(Transfer.SDR) != Transfer.SDR) {
            advice.add(new Advice(
                    AdviceId.VIDEO_HDR,
                    Phrase.verbatim(coding.transfer().orElse(Transfer.SDR).id().toUpperCase(Locale.ROOT))));
        }
        if (coding.variableFrameRate().orElse(false) && coding.frameRate().isPresent()) {
            advice.add(new Advice(
                    AdviceId.VIDEO_FRAME_RATE,
                    Phrase.of("found.rate")
                            .with("rate", coding.frameRate().get().toDecimal())));
        }
        if (coding.interlaced().orElse(false)) {
            advice.add(new Advice(AdviceId.VIDEO_INTERLACED, Phrase.of("found.interlaced")));
        }
        Span side = limits.videoSide();
        for (PixelSize size : video.tracks().disabled()) {
            if (!side.contains(size.width()) || !side.contains(size.height())) {
                advice.add(new Advice(
                        AdviceId.VIDEO_OTHER_TRACK, Phrase.of("unit.px").with("value", size.toString())));
            }
        }
        return advice;
    }

    private static Phrase codec(VideoFacts video) {
        String codec = video.coding().codecString().orElse(video.codec());
        Optional<String> name = codecName(video.codec());
        return name.isPresent()
                ? Phrase.of("found.codec").with("name", name.get()).with("codec", codec)
                : Phrase.of("found.other-codec").with("codec", codec);
    }

    /** What people call the codec of that sample entry. */
    private static Optional<String> codecName(String entry) {
        return switch (entry) {
            case "hvc1", "hev1", "dvh1", "dvhe" -> Optional.of("HEVC");
            case "vvc1", "vvi1" -> Optional.of("VVC");
            case "av01" -> Optional.of("AV1");
            case "vp08" -> Optional.of("VP8");
            case "vp09" -> Optional.of("VP9");
            case "apcn", "apch", "apcs", "apco", "ap4h", "ap4x" -> Optional.of("ProRes");
            case "jpeg", "mjpa", "mjpb" -> Optional.of("Motion JPEG");
            default -> Optional.empty();
        };
    }
}
