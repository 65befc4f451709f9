package io.mediapreflight.rule;

import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * A value that a rule judged, for programs: a number with a unit, or a name such as the id of a format or the code of
 * a malformation.
 *
 * @param reading where or how it was read, such as {@code container} or {@code coded}
 * @param side {@code width} or {@code height} where it is a side; empty for anything else
 * @param number the exact number; empty where the value is a name
 * @param name empty where the value is a number
 * @param unit of the number: {@code s}, {@code px}, {@code bytes}, {@code characters}, {@code ratio}; empty for a
 *     name
 */
public record Measured(
        String reading, Optional<String> side, Optional<Fraction> number, Optional<String> name, String unit) {
    public Measured {
        if (number.isPresent() == name.isPresent()) {
            throw new IllegalArgumentException("a value is a number or a name");
        }
    }

    /** A number that is no side. */
    public static Measured number(String reading, Fraction value, String unit) {
        return new Measured(reading, Optional.empty(), Optional.of(value), Optional.empty(), unit);
    }

    static Measured side(String reading, String side, Fraction pixels) {
        return new Measured(reading, Optional.of(side), Optional.of(pixels), Optional.empty(), Bound.PIXELS);
    }

    /** A name. */
    public static Measured name(String reading, String value) {
        return new Measured(reading, Optional.empty(), Optional.empty(), Optional.of(value), "");
    }

    /** Exact and in one spelling: {@code container=1003/100 s}, {@code coded.width=299 px}, {@code content=webp}. */
    @Override
    public String toString() {
        String value = number.map(Measured::exact).or(() -> name).orElseThrow();
        return reading + side.map(which -> "." + which).orElse("") + "=" + value + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String exact(Fraction value) {
        Fraction reduced = value.reduced();
        return reduced.denominator() == 1
                ? Long.toString(reduced.numerator())
                : reduced.numerator() + "/" + reduced.denominator();
    }
}
