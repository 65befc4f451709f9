package io.mediapreflight.fix;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of a video that is re-encoded: upright, with square pixels and even sides, which H.264 in 4:2:0 requires.
 *
 * @param width of the copy
 * @param height of the copy
 * @param steps what is done to each frame for it; none where it has these sides already
 */
record VideoFrame(long width, long height, List<Step.OnFrames> steps) {
    private static final Fraction ONE = Fraction.of(1);

    /**
     * Empty where the size is not known.
     *
     * @throws ArithmeticException for sides that cannot be computed with
     */
    static Optional<VideoFrame> of(VideoFacts video, Span side, Shape shape) {
        Optional<PixelSize> size = shown(video);
        return size.map(shown -> fitted(video, upright(shown, video), side, shape));
    }

    /** What a viewer sees. Where the container gives no sample aspect ratio, that of the codec's configuration counts. */
    private static Optional<PixelSize> shown(VideoFacts video) {
        return video.shown().isPresent() || video.configured().isEmpty()
                ? video.displaySize()
                : Optional.of(video.configured().get(0));
    }

    /** FFmpeg's program turns a video by right angles before any other filter sees it. */
    private static PixelSize upright(PixelSize size, VideoFacts video) {
        return video.rotation().orElse(0) % 180 == 90
                ? new PixelSize(/* width= */ size.height(), /* height= */ size.width())
                : size;
    }

    private static VideoFrame fitted(VideoFacts video, PixelSize size, Span side, Shape shape) {
        long min = side.min() + side.min() % 2;
        long max = side.max() - side.max() % 2;
        Fraction shorter = size.width().min(size.height());
        Fraction longer = size.width().max(size.height());
        Fraction least = quotient(min, shorter);
        Fraction most = quotient(max, longer);
        boolean fits = least.isAtMost(most);
        Fraction factor = fits ? ONE.max(least).min(most) : shape == Shape.PAD ? most : least;
        long width = even(size.width().times(factor));
        long height = even(size.height().times(factor));
        if (fits) {
            width = Math.min(Math.max(width, min), max);
            height = Math.min(Math.max(height, min), max);
        }
        List<Step.OnFrames> steps = new ArrayList<>(aperture(video));
        if (!steps.isEmpty() || !isAlready(video, width, height)) {
            steps.add(new Step.Scale(width, height, factor.compareTo(ONE) > 0));
        }
        if (fits) {
            return new VideoFrame(width, height, steps);
        }
        long framedWidth = Math.min(Math.max(width, min), max);
        long framedHeight = Math.min(Math.max(height, min), max);
        steps.add(
                shape == Shape.PAD
                        ? new Step.Pad(framedWidth, framedHeight, Step.Pad.Colour.BLACK)
                        : new Step.Crop(framedWidth, framedHeight));
        return new VideoFrame(framedWidth, framedHeight, steps);
    }

    private static Fraction quotient(long side, Fraction current) {
        return new Fraction(Math.multiplyExact(side, current.denominator()), current.numerator());
    }

    /** The nearest even number, 2 or more. */
    private static long even(Fraction side) {
        return Math.max(2, 2 * side.dividedBy(2).rounded());
    }

    /** Whether every frame has these sides, and pixels that are square by every reading. */
    private static boolean isAlready(VideoFacts video, long width, long height) {
        PixelSize target = PixelSize.of(width, height);
        return video.coded().size() == 1
                && upright(video.coded().get(0), video).isSameAs(target)
                && video.shown().stream()
                        .allMatch(shown -> upright(shown, video).isSameAs(target))
                && video.configured().isEmpty();
    }

    /** The part of the coded frame that a clean aperture leaves, where it is smaller by a pixel or more. */
    private static List<Step.OnFrames> aperture(VideoFacts video) {
        if (video.shown().isEmpty() || video.coded().isEmpty()) {
            return List.of();
        }
        Fraction ratio = video.coding().sampleAspectRatio().orElse(ONE);
        Fraction width =
                video.shown().get().width().times(new Fraction(ratio.denominator(), Math.max(1, ratio.numerator())));
        PixelSize cropped =
                new PixelSize(/* width= */ width, video.shown().get().height());
        PixelSize coded = video.coded().get(0);
        boolean isSmaller = cropped.width().plus(ONE).isAtMost(coded.width())
                || cropped.height().plus(ONE).isAtMost(coded.height());
        boolean isInside =
                cropped.width().isAtMost(coded.width()) && cropped.height().isAtMost(coded.height());
        PixelSize turned = upright(cropped, video);
        return isSmaller && isInside
                ? List.of(new Step.CropToAperture(
                        turned.width().rounded(), turned.height().rounded()))
                : List.of();
    }
}
