package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;
import java.util.List;

/** Looks at an image for whether it can show a character at all. */
public final class ImageContent {
    /** Pixels that may be as they like: a speck on black, a logo in a corner of a plain image. */
    private static final double SPECKS = 0.01;

    private ImageContent() {}

    /** The advice; a black image is reported as dark, not also as uniform. */
    public static List<Advice> advice(LumaFrame image) {
        int brightest = Brightness.below(image, 1 - SPECKS);
        int darkest = Brightness.below(image, SPECKS);
        if (brightest < ContentThresholds.DARK_LUMA) {
            return List.of(new Advice(
                    AdviceId.IMAGE_DARK,
                    Phrase.of("found.dark")
                            .with("percent", Math.round(100 * (1 - SPECKS)))
                            .with("luma", brightest),
                    Phrase.of("recommended.light").with("luma", ContentThresholds.DARK_LUMA)));
        }
        if (brightest - darkest < ContentThresholds.UNIFORM_RANGE) {
            return List.of(new Advice(
                    AdviceId.IMAGE_UNIFORM,
                    Phrase.of(darkest == brightest ? "found.one-luma" : "found.few-lumas")
                            .with("percent", Math.round(100 * (1 - 2 * SPECKS)))
                            .with("darkest", darkest)
                            .with("brightest", brightest),
                    Phrase.of("recommended.contrast").with("steps", ContentThresholds.UNIFORM_RANGE)));
        }
        return List.of();
    }
}
