package io.mediapreflight.rule;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Advice on the header's facts of an image for which there is no limit: alpha, animation, bit depth. */
public final class ImageAdvice {
    private static final int USUAL_BITS = 8;

    private ImageAdvice() {}

    /** In the order in which advice is listed. A missing fact is no reason for advice. */
    public static List<Advice> of(ImageFacts image) {
        List<Advice> advice = new ArrayList<>(0);
        if (image.alpha().orElse(false)) {
            advice.add(new Advice(AdviceId.IMAGE_ALPHA, samples(image)));
        }
        if (image.animated().orElse(false)) {
            Phrase found = image.duration()
                    .map(seconds -> Phrase.of("unit.s").with("value", seconds.toDecimal()))
                    .orElse(Phrase.of("found.frames"));
            advice.add(new Advice(AdviceId.IMAGE_ANIMATION, found));
        }
        if (image.bitDepth().orElse(0) > USUAL_BITS) {
            Phrase found = Phrase.of("found.bits").with("bits", image.bitDepth().orElse(0));
            advice.add(new Advice(AdviceId.IMAGE_BIT_DEPTH, found));
        }
        return advice;
    }

    private static Phrase samples(ImageFacts image) {
        int components = image.components().orElse(0);
        return switch (components) {
            case 0 -> Phrase.of("found.by-header");
            case 1, 3 -> Phrase.of("found.transparent-colours");
            default -> Phrase.of("found.samples").with("samples", components);
        };
    }
}
