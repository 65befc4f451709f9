package io.mediapreflight.cli.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a program says of a fact.
 *
 * @param text as people read it
 * @param alike the words that mean the same here; several where the program does not distinguish them
 * @param number where it is one
 * @param tolerance how far from the exact number the program may be, by the digits that it prints
 */
record Said(String text, Set<String> alike, OptionalDouble number, double tolerance) {
    /** No program prints a longer number of a media file. */
    private static final int MAX_DIGITS = 40;

    /** Beside tolerances that are decimal fractions, which a double does not hit. */
    private static final double ROUNDING = 1e-9;

    Said {
        alike = Set.copyOf(alike);
    }

    static Said word(String word) {
        return new Said(word, Set.of(word), OptionalDouble.empty(), 0);
    }

    /** A word that stands for any of some of ours. */
    static Said anyOf(String text, Set<String> alike) {
        return new Said(text, alike, OptionalDouble.empty(), 0);
    }

    static Said number(double value, double tolerance) {
        return new Said(shown(value), Set.of(), OptionalDouble.of(value), tolerance);
    }

    /** A number in decimal digits, or a fraction of two; empty for any other text. */
    static Optional<Said> number(String text, double tolerance) {
        OptionalDouble value = parsed(text);
        return value.isPresent() ? Optional.of(number(value.getAsDouble(), tolerance)) : Optional.empty();
    }

    static OptionalDouble parsed(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return decimal(text);
        }
        OptionalDouble over = decimal(text.substring(0, slash));
        OptionalDouble under = decimal(text.substring(slash + 1));
        return over.isPresent() && under.isPresent() && under.getAsDouble() != 0
                ? OptionalDouble.of(over.getAsDouble() / under.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble decimal(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether the two mean the same. */
    boolean isSameAs(Said other) {
        if (number.isPresent() && other.number.isPresent()) {
            double off = Math.abs(number.getAsDouble() - other.number.getAsDouble());
            return off <= Math.max(tolerance, other.tolerance) + ROUNDING;
        }
        return alike.stream().anyMatch(other.alike::contains);
    }

    /** Up to the microsecond, as our reports have numbers. */
    private static String shown(double value) {
        if (Math.abs(value) >= 1e15) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
