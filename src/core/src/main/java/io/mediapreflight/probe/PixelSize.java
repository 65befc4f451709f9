package io.mediapreflight.probe;

import io.mediapreflight.spec.Fraction;

/**
 * A size in pixels, exact: a side is a fraction once a sample aspect ratio has been applied.
 *
 * @param width more than 0
 * @param height more than 0
 */
public record PixelSize(Fraction width, Fraction height) {
    private static final Fraction PIXEL = Fraction.of(1);

    public PixelSize {
        if (width.isZero() || height.isZero()) {
            throw new IllegalArgumentException("a side of 0 pixels");
        }
    }

    /** Whole pixels, 1 or more of each. */
    public static PixelSize of(long width, long height) {
        return new PixelSize(Fraction.of(width), Fraction.of(height));
    }

    /** The same with pixels of this ratio of width to height. */
    public PixelSize stretched(Fraction sampleAspectRatio) {
        return new PixelSize(width.times(sampleAspectRatio), height);
    }

    /** Whether both sides have the same values, however the fractions are written. */
    public boolean isSameAs(PixelSize other) {
        return width.compareTo(other.width) == 0 && height.compareTo(other.height) == 0;
    }

    /** Whether a side differs by more than one pixel. */
    public boolean isOffFrom(PixelSize other) {
        return width.isFurtherFrom(other.width, PIXEL) || height.isFurtherFrom(other.height, PIXEL);
    }

    @Override
    public String toString() {
        return width.toDecimalString() + "x" + height.toDecimalString();
    }
}
