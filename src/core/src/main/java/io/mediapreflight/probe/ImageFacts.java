package io.mediapreflight.probe;

import java.util.Optional;

/**
 * What the header of a still image says.
 *
 * @param width pixels in a row as stored, 1 or more
 * @param height rows as stored, 1 or more
 * @param orientation how it is turned for display; empty where no (valid) EXIF orientation is given
 * @param coding the coding in the standard's words, such as {@code progressive DCT, Huffman}
 * @param components samples per pixel
 * @param bitsPerSample sample precision
 * @param animated whether it holds more than the one picture, as an APNG does
 */
public record ImageFacts(
        long width,
        long height,
        Optional<ExifOrientation> orientation,
        String coding,
        int components,
        int bitsPerSample,
        boolean animated)
        implements MediaFacts {

    public ImageFacts {
        if (width < 1 || height < 1 || components < 0 || bitsPerSample < 0) {
            throw new IllegalArgumentException("not an image: " + width + "x" + height + " pixels of " + components
                    + " samples of " + bitsPerSample + " bits");
        }
    }

    /** Without a fact yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the facts of an image. */
    public static final class Builder {
        private long width;
        private long height;
        private Optional<ExifOrientation> orientation = Optional.empty();
        private String coding = "";
        private int components;
        private int bitsPerSample;
        private boolean animated;

        private Builder() {}

        public Builder width(long value) {
            width = value;
            return this;
        }

        public Builder height(long value) {
            height = value;
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

        public Builder components(int value) {
            components = value;
            return this;
        }

        public Builder bitsPerSample(int value) {
            bitsPerSample = value;
            return this;
        }

        public Builder animated(boolean value) {
            animated = value;
            return this;
        }

        /**
         * The facts so far.
         *
         * @throws IllegalArgumentException where the width or the height is missing
         */
        public ImageFacts build() {
            return new ImageFacts(width, height, orientation, coding, components, bitsPerSample, animated);
        }
    }
}
