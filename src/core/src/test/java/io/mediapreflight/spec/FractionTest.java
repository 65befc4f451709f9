package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FractionTest {
    private static final int PAIRS = 300;

    /** Pairs of any size, of everyday size, and at the ends of the range; the same in every run. */
    static Stream<Arguments> pairs() {
        Random random = new Random(3);
        return Stream.generate(() -> Arguments.of(fraction(random), fraction(random)))
                .limit(PAIRS);
    }

    private static Fraction fraction(Random random) {
        long[] numerators = {random.nextLong() & Long.MAX_VALUE, random.nextInt(1000), 0, 1, Long.MAX_VALUE};
        long[] denominators = {
            (random.nextLong() & Long.MAX_VALUE) | 1, 1 + random.nextInt(1000), 1, 600, 90_000, Long.MAX_VALUE
        };
        return new Fraction(
                numerators[random.nextInt(numerators.length)], denominators[random.nextInt(denominators.length)]);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void compares_as_the_cross_products_do(Fraction one, Fraction other) {
        int expected = n(one).multiply(d(other)).compareTo(n(other).multiply(d(one)));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(expected);
        assertThat(one.isAtMost(other)).isEqualTo(expected <= 0);
        assertThat(one.isAtLeast(other)).isEqualTo(expected >= 0);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void picks_the_larger_and_the_smaller(Fraction one, Fraction other) {
        assertThat(one.max(other)).isGreaterThanOrEqualTo(one).isGreaterThanOrEqualTo(other);
        assertThat(one.min(other)).isLessThanOrEqualTo(one).isLessThanOrEqualTo(other);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void adds_exactly_or_not_at_all(Fraction one, Fraction other) {
        BigInteger sum = n(one).multiply(d(other)).add(n(other).multiply(d(one)));
        assertExact(one, other, Fraction::plus, sum);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void subtracts_exactly_down_to_zero(Fraction one, Fraction other) {
        BigInteger difference = n(one).multiply(d(other)).subtract(n(other).multiply(d(one)));
        assertExact(one, other, Fraction::minusOrZero, difference.max(BigInteger.ZERO));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void multiplies_exactly_or_not_at_all(Fraction one, Fraction other) {
        assertExact(one, other, Fraction::times, n(one).multiply(n(other)));
    }

    /** The result has the value numerator / (product of the denominators); only one that cannot be held is refused. */
    private static void assertExact(
            Fraction one, Fraction other, BinaryOperator<Fraction> operation, BigInteger numerator) {
        BigInteger denominator = d(one).multiply(d(other));
        Optional<Fraction> result = resultOf(one, other, operation);
        if (result.isPresent()) {
            assertThat(n(result.get()).multiply(denominator))
                    .isEqualTo(d(result.get()).multiply(numerator));
        } else {
            BigInteger divisor = numerator.gcd(denominator);
            BigInteger larger = numerator.max(denominator);
            assertThat(larger.divide(divisor).bitLength() > 63 || larger.bitLength() > 63)
                    .isTrue();
        }
    }

    private static Optional<Fraction> resultOf(Fraction one, Fraction other, BinaryOperator<Fraction> operation) {
        try {
            return Optional.of(operation.apply(one, other));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shows_the_value_to_the_microsecond(Fraction fraction) {
        BigDecimal expected = new BigDecimal(fraction.numerator())
                .divide(new BigDecimal(fraction.denominator()), 6, RoundingMode.HALF_UP);
        assertThat(fraction.toDecimal()).isEqualByComparingTo(expected);
        assertThat(new BigDecimal(fraction.toDecimalString())).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void rounds_a_half_up(Fraction fraction) {
        BigInteger doubled = n(fraction).shiftLeft(1).add(d(fraction));
        assertThat(BigInteger.valueOf(fraction.rounded()))
                .isEqualTo(doubled.divide(d(fraction).shiftLeft(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 0",
        "10, 1, 10",
        "100, 10, 10",
        "1200, 1, 1200",
        "1003, 100, 10.03",
        "5, 2, 2.5",
        "1, 3, 0.333333",
        "2, 3, 0.666667",
        "300300, 30000, 10.01",
        "900001, 90000, 10.000011"
    })
    void shows_no_digit_too_many(long numerator, long denominator, String digits) {
        assertThat(new Fraction(numerator, denominator).toDecimalString()).isEqualTo(digits);
    }

    @Test
    void equal_values_compare_as_equal_and_are_not_equal_as_they_stand() {
        Fraction one = new Fraction(1, 2);
        Fraction other = new Fraction(2, 4);
        assertThat(one).isEqualByComparingTo(other).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "1, -1"})
    void refuses_what_is_below_zero_and_a_denominator_below_one(long numerator, long denominator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fraction(numerator, denominator))
                .withMessageContaining(numerator + "/" + denominator);
    }

    private static BigInteger n(Fraction fraction) {
        return BigInteger.valueOf(fraction.numerator());
    }

    private static BigInteger d(Fraction fraction) {
        return BigInteger.valueOf(fraction.denominator());
    }

    @ParameterizedTest(name = "{0}/{1} and {2}/{3} are further apart than {4}/{5}: {6}")
    @CsvSource({
        "5, 1, 4, 1, 1, 1, false",
        "6, 1, 4, 1, 1, 1, true",
        "4, 1, 6, 1, 1, 1, true",
        "9, 2, 7, 2, 1, 1, false",
        "10, 2, 7, 2, 1, 1, true",
        "1, 3, 1, 2, 1, 6, false",
        "1, 3, 1, 2, 1, 7, true",
        "9223372036854775807, 9223372036854775806, 1, 1, 1, 1000000, false",
        "9223372036854775807, 4294967291, 9223372036854775807, 4294967279, 6, 1, true",
        "9223372036854775807, 4294967291, 9223372036854775807, 4294967279, 7, 1, false",
        "9223372036854775807, 1, 0, 1, 9223372036854775807, 1, false",
        "9223372036854775807, 1, 0, 1, 9223372036854775806, 1, true",
    })
    void says_exactly_whether_two_are_further_apart_than_a_distance(
            long one, long by, long other, long byOther, long distance, long byDistance, boolean further) {
        assertThat(new Fraction(one, by)
                        .isFurtherFrom(new Fraction(other, byOther), new Fraction(distance, byDistance)))
                .isEqualTo(further);
    }
}
