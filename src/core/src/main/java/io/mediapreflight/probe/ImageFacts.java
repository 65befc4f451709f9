package io.mediapreflight.probe;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * What the header of a still image says.
 *
 * @param width pixels in a row as stored, 1 or more
 * @param height rows as stored, 1 or more
 * @param shown what a clean aperture leaves of that, before it is turned; empty where there is none
 * @param orientation how it is turned for display; empty where no (valid) EXIF orientation is given
 * @param coding the coding in the standard's words, such as {@code progressive DCT, Huffman}
 * @param components samples per pixel, alpha included; 1 where each is an index into a palette. Empty where the header does not
 *     say
 * @param bitDepth bits of a sample; of an index, where there is a palette
 * @param alpha whether pixels can be transparent
 * @param animated whether it holds more than the one frame, as an APNG does
 * @param duration in seconds, of one run of an animation
 */
public record ImageFacts(
        long width,
        long height,
        Optional<PixelSize> shown,
        Optional<ExifOrientation> orientation,
        String coding,
        Optional<Integer> components,
        Optional<Integer> bitDepth,
        Optional<Boolean> alpha,
        Optional<Boolean> animated,
        Optional<Fraction> duration)
        implements MediaFacts {

    /** How the coding of an image ends that is made of tiles (ISO/IEC 23008-12 6.6.2.3). */
    public static final String GRID = ", grid";

    public ImageFacts {
        if (width < 1 || height < 1 || components.orElse(0) < 0 || bitDepth.orElse(0) < 0) {
            throw new IllegalArgumentException("not an image: " + width + "x" + height + " pixels of "
                    + components.orElse(0) + " samples of " + bitDepth.orElse(0) + " bits");
        }
    }

    /** Whether it is made of tiles, each coded by itself. */
    public boolean isGrid() {
        return coding.endsWith(GRID);
    }

    /** Pixels as shown, before it is turned. */
    public PixelSize displaySize() {
        return shown.orElseGet(() -> PixelSize.of(width, height));
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the facts of an image; what is not set is not known. */
    public static final class Builder {
        private static final Optional<Boolean> YES = Optional.of(true);
        private static final Optional<Boolean> NO = Optional.of(false);

        private long width;
        private long height;
        private Optional<PixelSize> shown = Optional.empty();
        private Optional<ExifOrientation> orientation = Optional.empty();
        private String coding = "";
        private Optional<Integer> components = Optional.empty();
        private Optional<Integer> bitDepth = Optional.empty();
        private Optional<Boolean> alpha = Optional.empty();
        private Optional<Boolean> animated = Optional.empty();
        private Optional<Fraction> duration = Optional.empty();

        private Builder() {}

        /** Pixels as stored, 1 or more. */
        public Builder width(long value) {
            width = value;
            return this;
        }

        /** Pixels as stored, 1 or more. */
        public Builder height(long value) {
            height = value;
            return this;
        }

        public Builder shown(Optional<PixelSize> value) {
            shown = value;
            return this;
        }

        public Builder orientation(Optional<ExifOrientation> value) {
            orientation = value;
            return this;
        }

        public Builder coding(String value) {
            coding = value;
            return this;
        }

        /** Samples of a pixel, 1 or more. */
        public Builder components(int value) {
            return components(Optional.of(value));
        }

        public Builder components(Optional<Integer> value) {
            components = value;
            return this;
        }

        /** Bits of a sample, 1 or more. */
        public Builder bitDepth(int value) {
            return bitDepth(Optional.of(value));
        }

        public Builder bitDepth(Optional<Integer> value) {
            bitDepth = value;
            return this;
        }

        public Builder alpha(boolean value) {
            return alpha(value ? YES : NO);
        }

        public Builder alpha(Optional<Boolean> value) {
            alpha = value;
            return this;
        }

        public Builder animated(boolean value) {
            return animated(value ? YES : NO);
        }

        public Builder animated(Optional<Boolean> value) {
            animated = value;
            return this;
        }

        public Builder duration(Optional<Fraction> value) {
            duration = value;
            return this;
        }

        /**
         * The facts so far.
         *
         * @throws IllegalArgumentException where the width or the height is missing
         */
        public ImageFacts build() {
            return new ImageFacts(
                    width, height, shown, orientation, coding, components, bitDepth, alpha, animated, duration);
        }
    }
}
