package io.mediapreflight.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bounds of the rules under some limits. */
public final class Bounds {
    private Bounds() {}

    /** The bound of a rule; empty where the rule has neither numbers nor names. */
    public static Optional<Bound> of(RuleId rule, Limits limits) {
        return Optional.ofNullable(
                switch (rule) {
                    case IMAGE_FORMAT -> formats(limits.imageFormats());
                    case IMAGE_SIZE -> size(limits.imageSize());
                    case IMAGE_DIMENSIONS -> sides(limits.imageSide());
                    case IMAGE_ASPECT_RATIO -> ratio(limits.imageAspectRatio());
                    case VIDEO_CONTAINER -> formats(limits.videoFormats());
                    case VIDEO_SIZE -> size(limits.videoSize());
                    case VIDEO_DIMENSIONS -> sides(limits.videoSide());
                    case VIDEO_DURATION_MIN -> Bound.atLeast(limits.videoMinSeconds(), Bound.SECONDS);
                    case VIDEO_DURATION_MAX -> longest(limits);
                    case REQUEST_MODEL -> Bound.oneOf(List.of(limits.model()));
                    case REQUEST_PROMPT_LENGTH ->
                        Bound.atMost(limits.request().promptMaxCharacters(), Bound.CHARACTERS);
                    case REQUEST_RESOLUTION -> Bound.oneOf(limits.request().resolutions());
                    case REQUEST_ORIENTATION ->
                        Bound.oneOf(Arrays.stream(Orientation.values())
                                .map(Orientation::id)
                                .toList());
                    case REQUEST_IMAGE_COUNT -> Bound.atMost(limits.request().maxImages(), Bound.REFERENCES);
                    case REQUEST_VIDEO_COUNT -> Bound.atMost(limits.request().maxVideos(), Bound.REFERENCES);
                    default -> null;
                });
    }

    /** How long a video may be under one orientation. */
    public static Bound longest(Limits limits, Orientation orientation) {
        Fraction max = limits.videoMaxSeconds(orientation);
        return Bound.atMost(max, max, Bound.SECONDS).under(orientation);
    }

    /** How long a video may be whose orientation is not given. */
    private static Bound longest(Limits limits) {
        Fraction image = limits.videoMaxSeconds(Orientation.IMAGE);
        Fraction video = limits.videoMaxSeconds(Orientation.VIDEO);
        Orientation strict = image.isAtMost(video) ? Orientation.IMAGE : Orientation.VIDEO;
        return Bound.atMost(image.min(video), image.max(video), Bound.SECONDS).under(strict);
    }

    private static Bound formats(Set<Format> formats) {
        return Bound.oneOf(formats.stream().sorted().map(Format::id).toList());
    }

    private static Bound size(SizeLimit limit) {
        return Bound.atMost(Fraction.of(limit.strictBytes()), Fraction.of(limit.generousBytes()), Bound.BYTES);
    }

    /** For the width and the height each. */
    private static Bound sides(Span side) {
        return Bound.between(Fraction.of(side.min()), Fraction.of(side.max()), Bound.PIXELS);
    }

    /** Of width to height: either way round. */
    private static Bound ratio(Fraction longerOverShorter) {
        Fraction inverse = new Fraction(
                /* numerator= */ longerOverShorter.denominator(), /* denominator= */ longerOverShorter.numerator());
        return Bound.between(inverse, longerOverShorter, Bound.RATIO);
    }
}
