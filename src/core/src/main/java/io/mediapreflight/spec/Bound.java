package io.mediapreflight.spec;

import java.util.List;
import java.util.Optional;

/**
 * The bound of a rule: numbers, both ends inclusive, or the names that are accepted.
 *
 * @param min empty where there is none
 * @param max the largest value that passes under every reading of the bound; empty where there is none
 * @param maxGenerous the largest maximum under any reading, where that is larger: of "MB", or of an orientation not
 *     given
 * @param unit of the numbers: {@code s}, {@code px}, {@code bytes}, {@code characters}, {@code ratio}, …; empty for
 *     names
 * @param orientation the orientation under which {@code max} holds, where it depends on one
 * @param accepted the ids of formats or kinds, or the values of a field; empty where the bound is of numbers
 */
public record Bound(
        Optional<Fraction> min,
        Optional<Fraction> max,
        Optional<Fraction> maxGenerous,
        String unit,
        Optional<Orientation> orientation,
        List<String> accepted) {
    /** Unit of durations. */
    public static final String SECONDS = "s";
    /** Unit of widths and heights. */
    public static final String PIXELS = "px";
    /** Unit of sizes of files. */
    public static final String BYTES = "bytes";
    /** Unit of the length of a text. */
    public static final String CHARACTERS = "characters";
    /** Unit of a number of tracks. */
    public static final String TRACKS = "tracks";
    /** Unit of a number of references in a request. */
    public static final String REFERENCES = "references";
    /** Unit of an aspect ratio, width to height. */
    public static final String RATIO = "ratio";

    public Bound {
        accepted = List.copyOf(accepted);
    }

    static Bound atLeast(Fraction min, String unit) {
        return numbers(Optional.of(min), Optional.empty(), Optional.empty(), unit);
    }

    static Bound between(Fraction min, Fraction max, String unit) {
        return numbers(Optional.of(min), Optional.of(max), Optional.empty(), unit);
    }

    static Bound atMost(long max, String unit) {
        return atMost(Fraction.of(max), Fraction.of(max), unit);
    }

    /** The same twice where there is one reading. */
    static Bound atMost(Fraction max, Fraction maxGenerous, String unit) {
        boolean differ = max.compareTo(maxGenerous) != 0;
        return numbers(Optional.empty(), Optional.of(max), differ ? Optional.of(maxGenerous) : Optional.empty(), unit);
    }

    private static Bound numbers(
            Optional<Fraction> min, Optional<Fraction> max, Optional<Fraction> maxGenerous, String unit) {
        return new Bound(min, max, maxGenerous, unit, Optional.empty(), List.of());
    }

    /** One of these names. */
    public static Bound oneOf(List<String> names) {
        return new Bound(Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), names);
    }

    Bound under(Orientation value) {
        return new Bound(min, max, maxGenerous, unit, Optional.of(value), accepted);
    }

    /** Whether it is of numbers. */
    public boolean hasNumbers() {
        return min.isPresent() || max.isPresent();
    }
}
