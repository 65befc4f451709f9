package io.mediapreflight.probe;

import io.mediapreflight.spec.Fraction;

/**
 * The size of a picture in pixels, exact: a side is a fraction once a sample aspect ratio has been applied.
 *
 * @param width more than 0
 * @param height more than 0
 */
public record PictureSize(Fraction width, Fraction height) {
    private static final Fraction PIXEL = Fraction.of(1);

    public PictureSize {
        if (width.isZero() || height.isZero()) {
            throw new IllegalArgumentException("a side of 0 pixels");
        }
    }

    public static PictureSize of(long width, long height) {
        return new PictureSize(Fraction.of(width), Fraction.of(height));
    }

    /** The same with pixels of this ratio of width to height. */
    public PictureSize stretched(Fraction sampleAspectRatio) {
        return new PictureSize(width.times(sampleAspectRatio), height);
    }

    /** Whether both sides have the same values, however the fractions are written. */
    public boolean isSameAs(PictureSize other) {
        return width.compareTo(other.width) == 0 && height.compareTo(other.height) == 0;
    }

    /** Whether a side differs by more than one pixel. */
    public boolean isOffFrom(PictureSize other) {
        return width.isFurtherFrom(other.width, PIXEL) || height.isFurtherFrom(other.height, PIXEL);
    }

    @Override
    public String toString() {
        return width.toDecimalString() + "x" + height.toDecimalString();
    }
}
