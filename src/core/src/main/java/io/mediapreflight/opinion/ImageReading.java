package io.mediapreflight.opinion;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.Format;
import java.util.Optional;

/**
 * A still image, as a decoder reads it.
 *
 * @param size as stored
 * @param orientation how it is turned for display; empty also where nothing is said of it
 */
public record ImageReading(Optional<Format> format, Optional<Size> size, Optional<ExifOrientation> orientation)
        implements MediaReading {

    /**
     * Whole pixels.
     *
     * @param width 1 or more
     * @param height 1 or more
     */
    public record Size(long width, long height) {}

    /** What the headers say, in the same form. */
    public static ImageReading of(Format format, ImageFacts facts) {
        return new ImageReading(
                Optional.of(format), Optional.of(new Size(facts.width(), facts.height())), facts.orientation());
    }

    /** The size, where it is another than that of the headers. */
    public Optional<Size> sizeBeside(ImageFacts facts) {
        return size.filter(own -> own.width() != facts.width() || own.height() != facts.height());
    }
}
