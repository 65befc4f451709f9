package io.mediapreflight.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact, non-negative quotient: seconds as {@code ticks / timescale}, a side in pixels after sample aspect ratio, an
 * aspect ratio. It is not reduced, so what a file says stays visible; {@link #equals} compares the two parts as they
 * stand, {@link #compareTo} the values.
 *
 * @param numerator 0 to 2⁶³−1
 * @param denominator 1 to 2⁶³−1
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    private static final int MICROSECOND_DIGITS = 6;
    private static final long SMALL = 1L << 31;

    public Fraction {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("not a fraction of 0 or more: " + numerator + "/" + denominator);
        }
    }

    /** {@code whole} over 1. */
    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    /** Compares the values exactly, without rounding or overflow. */
    @Override
    public int compareTo(Fraction other) {
        return compareTo(other.numerator, other.denominator);
    }

    /** The same with a whole number, 0 or more. */
    int compareTo(long whole) {
        return compareTo(whole, 1);
    }

    private int compareTo(long otherNumerator, long otherDenominator) {
        long left = Math.multiplyHigh(numerator, otherDenominator);
        long right = Math.multiplyHigh(otherNumerator, denominator);
        return left != right
                ? Long.compare(left, right)
                : Long.compareUnsigned(numerator * otherDenominator, otherNumerator * denominator);
    }

    /** Whether this is smaller than the bound, or equal. */
    public boolean isAtMost(Fraction bound) {
        return compareTo(bound) <= 0;
    }

    /** Whether this is larger than the bound, or equal. */
    public boolean isAtLeast(Fraction bound) {
        return compareTo(bound) >= 0;
    }

    /** Whether the value is 0. */
    public boolean isZero() {
        return numerator == 0;
    }

    /** Whichever is larger; this one where both are equal. */
    public Fraction max(Fraction other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    /** Whichever is smaller; this one where both are equal. */
    public Fraction min(Fraction other) {
        return other.compareTo(this) < 0 ? other : this;
    }

    /**
     * The exact sum.
     *
     * @throws ArithmeticException where the sum, reduced, does not fit in two {@code long}s
     */
    public Fraction plus(Fraction other) {
        if (denominator == other.denominator) {
            return new Fraction(Math.addExact(numerator, other.numerator), denominator);
        }
        if (isSmall() && other.isSmall()) {
            return new Fraction(
                    numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
        BigInteger sum = big(numerator)
                .multiply(big(other.denominator))
                .add(big(other.numerator).multiply(big(denominator)));
        return reduced(sum, big(denominator).multiply(big(other.denominator)));
    }

    /**
     * The exact difference, or 0 where {@code other} is larger.
     *
     * @throws ArithmeticException where the difference, reduced, does not fit in two {@code long}s
     */
    public Fraction minusOrZero(Fraction other) {
        if (denominator == other.denominator) {
            return new Fraction(Math.max(0, numerator - other.numerator), denominator);
        }
        if (isSmall() && other.isSmall()) {
            long difference = numerator * other.denominator - other.numerator * denominator;
            return new Fraction(Math.max(0, difference), denominator * other.denominator);
        }
        BigInteger difference = big(numerator)
                .multiply(big(other.denominator))
                .subtract(big(other.numerator).multiply(big(denominator)));
        return reduced(difference.max(BigInteger.ZERO), big(denominator).multiply(big(other.denominator)));
    }

    /**
     * The exact product.
     *
     * @throws ArithmeticException where the product, reduced, does not fit in two {@code long}s
     */
    public Fraction times(Fraction other) {
        if (other.numerator == other.denominator && denominator == 1) {
            return this; // square pixels, mostly
        }
        if (isSmall() && other.isSmall()) {
            return new Fraction(numerator * other.numerator, denominator * other.denominator).reduced();
        }
        return reduced(
                big(numerator).multiply(big(other.numerator)), big(denominator).multiply(big(other.denominator)));
    }

    /** The exact product with a whole number, 0 or more. */
    public Fraction times(long factor) {
        return new Fraction(Math.multiplyExact(numerator, factor), denominator);
    }

    /** The exact quotient by a whole number, 1 or more. */
    public Fraction dividedBy(long divisor) {
        return new Fraction(numerator, Math.multiplyExact(denominator, divisor));
    }

    /** Whether the two are further apart than this, exactly and without overflow. */
    public boolean isFurtherFrom(Fraction other, Fraction distance) {
        if (compareTo(other) == 0) {
            return false; // mostly: headers agree
        }
        if (isSmall() && other.isSmall() && distance.numerator == 1 && distance.denominator == 1) {
            return Math.abs(numerator * other.denominator - other.numerator * denominator)
                    > denominator * other.denominator;
        }
        BigInteger apart = big(numerator)
                .multiply(big(other.denominator))
                .subtract(big(other.numerator).multiply(big(denominator)))
                .abs();
        BigInteger allowed = big(distance.numerator).multiply(big(denominator)).multiply(big(other.denominator));
        return apart.multiply(big(distance.denominator)).compareTo(allowed) > 0;
    }

    /** Whether products of two such parts, and the sum of two products, fit into a {@code long}. */
    private boolean isSmall() {
        return numerator < SMALL && denominator < SMALL;
    }

    /** The same value in lowest terms. */
    public Fraction reduced() {
        long divisor = greatestCommonDivisor(numerator, denominator);
        return divisor == 1 ? this : new Fraction(numerator / divisor, denominator / divisor);
    }

    private static long greatestCommonDivisor(long one, long other) {
        long larger = one;
        long smaller = other;
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }

    /** The nearest whole number, a half rounded up. */
    public long rounded() {
        return decimal(0).longValue();
    }

    /**
     * As a decimal number, trailing zeros removed: exact where three places hold it, else to the microsecond, a half
     * rounded up. For people and reports; never for a comparison.
     */
    public BigDecimal toDecimal() {
        BigDecimal plain = decimal(MICROSECOND_DIGITS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** {@link #toDecimal} in digits. */
    public String toDecimalString() {
        return toDecimal().toPlainString();
    }

    private BigDecimal decimal(int digits) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), digits, RoundingMode.HALF_UP);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return new Fraction(
                numerator.divide(divisor).longValueExact(),
                denominator.divide(divisor).longValueExact());
    }
}
