package io.mediapreflight.rule;

import io.mediapreflight.spec.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers for people: two decimals, and more only where they decide on which side of a bound the number lies. */
public final class Rounding {
    private static final int DECIMALS = 2;

    /** Smaller differences cannot be shown, and no clock of a file ticks that fast. */
    private static final int MAX_DECIMALS = 12;

    private Rounding() {}

    /**
     * The number with as few digits as show what it is.
     *
     * @param bounds which it does not seem to be, unless it is
     */
    public static String of(Fraction number, List<Fraction> bounds) {
        int decimals = DECIMALS;
        while (decimals < MAX_DECIMALS && hides(number, bounds, decimals)) {
            decimals++;
        }
        BigDecimal plain = rounded(number, decimals).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** Whether the number would look as if it were exactly at a bound. */
    private static boolean hides(Fraction number, List<Fraction> bounds, int decimals) {
        BigDecimal shown = rounded(number, decimals);
        return bounds.stream()
                .anyMatch(bound ->
                        bound.compareTo(number) != 0 && rounded(bound, decimals).compareTo(shown) == 0);
    }

    private static BigDecimal rounded(Fraction number, int decimals) {
        return BigDecimal.valueOf(number.numerator())
                .divide(BigDecimal.valueOf(number.denominator()), decimals, RoundingMode.HALF_UP);
    }
}
