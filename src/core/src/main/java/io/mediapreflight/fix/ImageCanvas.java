package io.mediapreflight.fix;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixels of the copy of an image.
 *
 * @param kept what is kept of the original, where it is cropped; it is cropped first, since what is scaled up may be larger than FFmpeg takes
 * @param width of the copy
 * @param height of the copy
 * @param content the image in it, where margins surround it or its edges are cut off
 * @param up whether the image gets larger
 */
record ImageCanvas(Content kept, long width, long height, Content content, boolean up) {
    /** An image that was scaled. */
    record Content(long width, long height) {}

    /**
     * The canvas for an image of these sides.
     *
     * @param ratio the longer side over the shorter at most
     * @param maxPixels that it may have, so that the file is not too large
     */
    static ImageCanvas of(long width, long height, Span side, Fraction ratio, long maxPixels, Shape shape) {
        Content framed = framed(width, height, ratio, shape);
        Content kept = shape == Shape.CROP ? framed : new Content(width, height);
        double factor = factor(framed, side, maxPixels);
        Content content = new Content(scaled(kept.width(), factor), scaled(kept.height(), factor));
        Content canvas = framed(content.width(), content.height(), ratio, shape);
        return new ImageCanvas(kept, within(canvas.width(), side), within(canvas.height(), side), content, factor > 1);
    }

    /** The smallest frame around an image within the ratio, or the largest inside it. */
    private static Content framed(long width, long height, Fraction ratio, Shape shape) {
        long longer = Math.max(width, height);
        long shorter = Math.min(width, height);
        if (shape == Shape.PAD) {
            shorter = Math.max(shorter, dividedUp(longer, ratio));
        } else {
            longer = Math.min(longer, multipliedDown(shorter, ratio));
        }
        return width > height ? new Content(longer, shorter) : new Content(shorter, longer);
    }

    /** Rounded up: one pixel short would be outside again. */
    private static long dividedUp(long longer, Fraction ratio) {
        return -Math.floorDiv(Math.multiplyExact(-longer, ratio.denominator()), ratio.numerator());
    }

    private static long multipliedDown(long shorter, Fraction ratio) {
        return Math.multiplyExact(shorter, ratio.numerator()) / ratio.denominator();
    }

    private static double factor(Content framed, Span side, long maxPixels) {
        double shorter = Math.min(framed.width(), framed.height());
        double longer = Math.max(framed.width(), framed.height());
        double up = Math.max(1, side.min() / shorter);
        double down = Math.min(side.max() / longer, StrictMath.sqrt(maxPixels / shorter / longer));
        return Math.min(up, down);
    }

    private static long scaled(long side, double factor) {
        return factor == 1 ? side : Math.max(1, Math.round(side * factor));
    }

    private static long within(long value, Span side) {
        return Math.min(Math.max(value, side.min()), side.max());
    }

    /** What leads from an image of these sides to it. */
    List<Step.OnFrames> steps(long fromWidth, long fromHeight, Shape shape, Step.Pad.Colour margin) {
        List<Step.OnFrames> steps = new ArrayList<>();
        if (kept.width() != fromWidth || kept.height() != fromHeight) {
            steps.add(new Step.Crop(kept.width(), kept.height()));
        }
        if (!content.equals(kept)) {
            steps.add(new Step.Scale(content.width(), content.height(), up));
        }
        if (content.width() != width || content.height() != height) {
            steps.add(shape == Shape.PAD ? new Step.Pad(width, height, margin) : new Step.Crop(width, height));
        }
        return steps;
    }
}
