package io.mediapreflight.rule;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * The bound of a rule in numbers, both ends inclusive.
 *
 * @param min empty where there is none
 * @param max within it a value passes under every reading of the bound; empty where there is none
 * @param maxGenerous the largest maximum under any reading, where that is larger: of "MB", or of an orientation not given
 * @param unit as in {@link Measured#unit}
 */
public record Bound(Optional<Fraction> min, Optional<Fraction> max, Optional<Fraction> maxGenerous, String unit) {
    static final String SECONDS = "s";
    static final String PIXELS = "px";
    static final String BYTES = "bytes";
    static final String CHARACTERS = "characters";
    static final String TRACKS = "tracks";
    static final String RATIO = "ratio";

    static Bound atLeast(Fraction min, String unit) {
        return new Bound(Optional.of(min), Optional.empty(), Optional.empty(), unit);
    }

    static Bound between(Fraction min, Fraction max, String unit) {
        return new Bound(Optional.of(min), Optional.of(max), Optional.empty(), unit);
    }

    /** The same twice where there is one reading. */
    static Bound atMost(Fraction max, Fraction maxGenerous, String unit) {
        boolean differ = max.compareTo(maxGenerous) != 0;
        return new Bound(
                Optional.empty(), Optional.of(max), differ ? Optional.of(maxGenerous) : Optional.empty(), unit);
    }
}
