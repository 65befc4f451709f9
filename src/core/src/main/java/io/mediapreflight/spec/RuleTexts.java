package io.mediapreflight.spec;

import java.util.Locale;

/** The bounds and examples of rules whose numbers stand in {@link Limits}. */
final class RuleTexts {
    static final String EITHER = "The service may accept or refuse it.";
    static final String UNCERTAIN = "This could not be determined for certain, so it is not cleared.";

    private static final Fraction HALF = new Fraction(1, 2);

    private RuleTexts() {}

    static String bound(RuleId rule, Limits limits) {
        return switch (rule) {
            case IMAGE_FORMAT -> Limits.inWords(limits.imageFormats());
            case IMAGE_SIZE -> "at most " + limits.imageSize();
            case IMAGE_DIMENSIONS -> limits.imageSide().toString();
            case IMAGE_ASPECT_RATIO -> ratio(limits.imageAspectRatio());
            case VIDEO_CONTAINER -> Limits.inWords(limits.videoFormats()) + " with a video track";
            case VIDEO_SIZE -> "at most " + limits.videoSize();
            case VIDEO_DIMENSIONS -> limits.videoSide().toString();
            case VIDEO_DURATION_MIN -> "at least " + limits.videoMinSeconds().toDecimalString() + " s";
            case VIDEO_DURATION_MAX ->
                RuleId.seconds(limits, Orientation.IMAGE) + ", " + RuleId.seconds(limits, Orientation.VIDEO);
            case REQUEST_MODEL -> limits.model();
            case REQUEST_PROMPT_LENGTH -> "at most " + limits.request().promptMaxCharacters() + " characters";
            case REQUEST_RESOLUTION -> String.join(" or ", limits.request().resolutions());
            case REQUEST_IMAGE_COUNT -> "at most " + limits.request().maxImages();
            case REQUEST_VIDEO_COUNT -> "at most " + limits.request().maxVideos();
            default -> throw new IllegalArgumentException("the bound of " + rule.id() + " has no numbers");
        };
    }

    static String example(RuleId rule, Limits limits) {
        return switch (rule) {
            case IMAGE_SIZE -> "a photo of " + tooLarge(limits.imageSize());
            case IMAGE_DIMENSIONS -> outside(limits.imageSide());
            case IMAGE_ASPECT_RATIO ->
                "a " + tooNarrow(limits.imageSide().min(), limits.imageAspectRatio()) + " banner";
            case VIDEO_SIZE -> "a clip of " + tooLarge(limits.videoSize());
            case VIDEO_DIMENSIONS -> outside(limits.videoSide());
            case VIDEO_DURATION_MIN ->
                "a clip of " + limits.videoMinSeconds().minusOrZero(HALF).toDecimalString() + " s";
            case VIDEO_DURATION_MAX ->
                "a clip of "
                        + limits.videoMaxSeconds(Orientation.IMAGE).plus(HALF).toDecimalString() + " s with "
                        + RequestField.CHARACTER_ORIENTATION.key() + " " + Orientation.IMAGE.id();
            case REQUEST_PROMPT_LENGTH -> tooLong(limits.request().promptMaxCharacters());
            default -> throw new IllegalArgumentException("the example of " + rule.id() + " has no numbers");
        };
    }

    private static String tooLarge(SizeLimit limit) {
        return grouped(Math.addExact(limit.generousBytes(), 1)) + " bytes";
    }

    private static String outside(Span side) {
        return "one that is " + grouped(side.min() - 1) + " px wide, or " + grouped(Math.addExact(side.max(), 1))
                + " px high";
    }

    private static String tooNarrow(long width, Fraction longerOverShorter) {
        Fraction ratio = longerOverShorter.plus(HALF);
        return width + "x" + Math.multiplyExact(width, ratio.numerator()) / ratio.denominator();
    }

    /** An emoji counts as one character under one reading, and as two under the other. */
    private static String tooLong(long maxCharacters) {
        return "a prompt of " + grouped(maxCharacters + 1) + " letters; one of " + grouped(maxCharacters / 2 + 1)
                + " emoji, which are " + grouped((maxCharacters / 2 + 1) * 2) + " UTF-16 units";
    }

    private static String ratio(Fraction longerOverShorter) {
        String ratio = longerOverShorter.toDecimalString();
        return "1:" + ratio + " to " + ratio + ":1";
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
