package io.mediapreflight.spec;

import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;

/**
 * An allowed range of whole pixels, both ends inclusive.
 *
 * @param min 1 or more
 * @param max {@code min} or more
 */
public record Span(long min, long max) {
    public Span {
        if (min < 1 || max < min) {
            throw new RefusedValueException(
                    Phrase.of("limits:range").with("min", min).with("max", max));
        }
    }

    /** Whether the value is within the range or at one of its ends. */
    public boolean contains(long value) {
        return min <= value && value <= max;
    }

    /** The same for a side that is no whole number of pixels. */
    public boolean contains(Fraction value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    @Override
    public String toString() {
        return min + " to " + max + " px";
    }
}
