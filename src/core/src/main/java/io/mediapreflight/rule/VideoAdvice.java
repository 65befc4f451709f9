package io.mediapreflight.rule;

import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Advice on what the headers of a video say, and no limit is about: how it is coded, and a track that is disabled. */
public final class VideoAdvice {
    private static final int USUAL_BITS = 8;

    private VideoAdvice() {}

    /** In the order in which advice is listed; what the headers do not say is no cause for any. */
    public static List<Advice> of(VideoFacts video, Limits limits) {
        List<Advice> advice = new ArrayList<>(0);
        VideoCoding coding = video.coding();
        if (!video.codec().isEmpty() && !video.codec().startsWith("avc")) {
            advice.add(advice(AdviceId.VIDEO_CODEC, coding.codecString().orElse(video.codec())));
        }
        if (coding.bitDepth().orElse(0) > USUAL_BITS) {
            advice.add(advice(AdviceId.VIDEO_BIT_DEPTH, coding.bitDepth().orElse(0) + " bits per sample"));
        }
        if (coding.transfer().orElse(Transfer.SDR) != Transfer.SDR) {
            advice.add(advice(
                    AdviceId.VIDEO_HDR,
                    coding.transfer().orElse(Transfer.SDR).id().toUpperCase(Locale.ROOT)));
        }
        if (coding.variableFrameRate().orElse(false) && coding.frameRate().isPresent()) {
            advice.add(advice(
                    AdviceId.VIDEO_FRAME_RATE, coding.frameRate().get().toDecimalString() + " frames per second"));
        }
        if (coding.interlaced().orElse(false)) {
            advice.add(advice(AdviceId.VIDEO_INTERLACED, "by its headers"));
        }
        Span side = limits.videoSide();
        for (PictureSize size : video.tracks().disabled()) {
            if (!side.contains(size.width()) || !side.contains(size.height())) {
                advice.add(advice(AdviceId.VIDEO_OTHER_TRACK, size + " px"));
            }
        }
        return advice;
    }

    private static Advice advice(AdviceId id, String actual) {
        return new Advice(id, actual, id.title());
    }
}
