package io.mediapreflight.rule;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.AdviceId;
import java.util.ArrayList;
import java.util.List;

/** Advice on what the header of an image says, and no limit is about: alpha, animation, bit depth. */
public final class ImageAdvice {
    private static final int USUAL_BITS = 8;

    private ImageAdvice() {}

    /** In the order in which advice is listed; what the header does not say is no cause for any. */
    public static List<Advice> of(ImageFacts image) {
        List<Advice> advice = new ArrayList<>(0);
        if (image.alpha().orElse(false)) {
            advice.add(new Advice(AdviceId.IMAGE_ALPHA, samples(image), AdviceId.IMAGE_ALPHA.title()));
        }
        if (image.animated().orElse(false)) {
            String duration = image.duration()
                    .map(seconds -> seconds.toDecimalString() + " s")
                    .orElse("more than one frame");
            advice.add(new Advice(AdviceId.IMAGE_ANIMATION, duration, AdviceId.IMAGE_ANIMATION.title()));
        }
        if (image.bitDepth().orElse(0) > USUAL_BITS) {
            String bits = image.bitDepth().orElse(0) + " bits per sample";
            advice.add(new Advice(AdviceId.IMAGE_BIT_DEPTH, bits, AdviceId.IMAGE_BIT_DEPTH.title()));
        }
        return advice;
    }

    private static String samples(ImageFacts image) {
        int components = image.components().orElse(0);
        return switch (components) {
            case 0 -> "by its header";
            case 1, 3 -> "single colours of it are transparent";
            default -> components + " samples per pixel";
        };
    }
}
