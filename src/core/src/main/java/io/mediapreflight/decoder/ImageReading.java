package io.mediapreflight.decoder;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.Format;
import java.util.Optional;

/**
 * A still image, as a decoder reads it.
 *
 * @param size as stored
 * @param orientation how it is turned for display; empty also where nothing is said of it
 * @param alpha whether pixels can be transparent; empty where the headers are read, too
 * @param trailingBytes how many bytes follow the end of the image; empty where its end was not found
 */
public record ImageReading(
        Optional<Format> format,
        Optional<Size> size,
        Optional<ExifOrientation> orientation,
        Optional<Boolean> alpha,
        Optional<Long> trailingBytes)
        implements MediaReading {

    public ImageReading {
        if (trailingBytes.orElse(0L) < 0) {
            throw new IllegalArgumentException("fewer than 0 bytes behind the end");
        }
    }

    /** A reading in which the end of the image was not looked for. */
    public ImageReading(Optional<Format> format, Optional<Size> size, Optional<ExifOrientation> orientation) {
        this(format, size, orientation, Optional.empty(), Optional.empty());
    }

    /**
     * Whole pixels.
     *
     * @param width 1 or more
     * @param height 1 or more
     */
    public record Size(long width, long height) {
        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("not a size: " + width + "x" + height);
            }
        }
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** What the headers say, in the same form. */
    public static ImageReading of(Format format, ImageFacts facts) {
        return new ImageReading(
                Optional.of(format), Optional.of(new Size(facts.width(), facts.height())), facts.orientation());
    }

    /** The size, where it is another than that of the headers. */
    public Optional<Size> sizeBeside(ImageFacts facts) {
        return size.filter(own -> own.width() != facts.width() || own.height() != facts.height());
    }

    /** Collects what a decoder reads; what is not set is not known. */
    public static final class Builder {
        private Optional<Format> format = Optional.empty();
        private Optional<Size> size = Optional.empty();
        private Optional<ExifOrientation> orientation = Optional.empty();
        private Optional<Boolean> alpha = Optional.empty();
        private Optional<Long> trailingBytes = Optional.empty();

        private Builder() {}

        public Builder format(Optional<Format> value) {
            format = value;
            return this;
        }

        public Builder size(Optional<Size> value) {
            size = value;
            return this;
        }

        public Builder orientation(Optional<ExifOrientation> value) {
            orientation = value;
            return this;
        }

        public Builder alpha(Optional<Boolean> value) {
            alpha = value;
            return this;
        }

        public Builder trailingBytes(Optional<Long> value) {
            trailingBytes = value;
            return this;
        }

        /** The facts so far. */
        public ImageReading build() {
            return new ImageReading(format, size, orientation, alpha, trailingBytes);
        }
    }
}
