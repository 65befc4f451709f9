package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import java.util.List;

/** Looks at an image for whether it can show a character at all. */
public final class ImageContent {
    /** Pixels that may be as they like: a speck on black, a logo in a corner of a plain picture. */
    private static final double SPECKS = 0.01;

    private ImageContent() {}

    /** What there is to say; a black picture is told to be dark, not to be uniform as well. */
    public static List<Advice> advice(LumaFrame picture) {
        int brightest = Brightness.below(picture, 1 - SPECKS);
        int darkest = Brightness.below(picture, SPECKS);
        if (brightest < ContentThresholds.DARK_LUMA) {
            return List.of(new Advice(
                    AdviceId.IMAGE_DARK,
                    "at least " + Math.round(100 * (1 - SPECKS)) + " % of it is at luma " + brightest
                            + " of 255 or below",
                    "a character in light (luma " + ContentThresholds.DARK_LUMA + " or more)"));
        }
        if (brightest - darkest < ContentThresholds.UNIFORM_RANGE) {
            return List.of(new Advice(
                    AdviceId.IMAGE_UNIFORM,
                    "at least " + Math.round(100 * (1 - 2 * SPECKS)) + " % of it is "
                            + (darkest == brightest ? "" : "within ") + "luma " + darkest
                            + (darkest == brightest ? "" : " to " + brightest) + " of 255",
                    "a character (who spans " + ContentThresholds.UNIFORM_RANGE + " steps or more)"));
        }
        return List.of();
    }
}
