package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;

/** Examples that break the rules whose numbers are in {@link Limits}. */
final class RuleExamples {
    private static final Fraction HALF = new Fraction(1, 2);

    private RuleExamples() {}

    static String of(RuleId rule, Limits limits) {
        Phrase example = Phrase.of(rule.id() + ".example");
        return Messages.current()
                .text(
                        switch (rule) {
                            case IMAGE_SIZE -> tooLarge(example, limits.imageSize());
                            case IMAGE_DIMENSIONS -> outside(example, limits.imageSide());
                            case IMAGE_ASPECT_RATIO ->
                                tooNarrow(example, limits.imageSide().min(), limits.imageAspectRatio());
                            case VIDEO_SIZE -> tooLarge(example, limits.videoSize());
                            case VIDEO_DIMENSIONS -> outside(example, limits.videoSide());
                            case VIDEO_DURATION_MIN ->
                                example.with(
                                        "seconds",
                                        limits.videoMinSeconds()
                                                .minusOrZero(HALF)
                                                .toDecimal());
                            case VIDEO_DURATION_MAX ->
                                example.with(
                                        "seconds",
                                        limits.videoMaxSeconds(Orientation.IMAGE)
                                                .plus(HALF)
                                                .toDecimal());
                            case REQUEST_PROMPT_LENGTH ->
                                tooLong(example, limits.request().promptMaxCharacters());
                            default -> example;
                        });
    }

    private static Phrase tooLarge(Phrase example, SizeLimit limit) {
        return example.with("bytes", Math.addExact(limit.generousBytes(), 1));
    }

    private static Phrase outside(Phrase example, Span side) {
        return example.with("narrow", side.min() - 1).with("high", Math.addExact(side.max(), 1));
    }

    private static Phrase tooNarrow(Phrase example, long width, Fraction longerOverShorter) {
        Fraction ratio = longerOverShorter.plus(HALF);
        long height = Math.multiplyExact(width, ratio.numerator()) / ratio.denominator();
        return example.with("size", width + "x" + height);
    }

    /** An emoji counts as one character under one reading, and as two under the other. */
    private static Phrase tooLong(Phrase example, long maxCharacters) {
        long emoji = maxCharacters / 2 + 1;
        return example.with("letters", maxCharacters + 1).with("emoji", emoji).with("units", emoji * 2);
    }
}
