package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    private static final String SEED = "3";

    @Provide
    Arbitrary<Fraction> fractions() {
        Arbitrary<Long> numerators = Arbitraries.oneOf(
                Arbitraries.longs().greaterOrEqual(0),
                Arbitraries.longs().between(0, 1000),
                Arbitraries.of(0L, 1L, Long.MAX_VALUE));
        Arbitrary<Long> denominators = Arbitraries.oneOf(
                Arbitraries.longs().greaterOrEqual(1),
                Arbitraries.longs().between(1, 1000),
                Arbitraries.of(1L, 600L, 30_000L, 90_000L, Long.MAX_VALUE));
        return Combinators.combine(numerators, denominators).as(Fraction::new).edgeCases(edgeCases -> edgeCases.none());
    }

    @Property(seed = SEED)
    void compares_as_the_cross_products_do(@ForAll("fractions") Fraction one, @ForAll("fractions") Fraction other) {
        int expected = n(one).multiply(d(other)).compareTo(n(other).multiply(d(one)));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(expected);
        assertThat(one.isAtMost(other)).isEqualTo(expected <= 0);
        assertThat(one.isAtLeast(other)).isEqualTo(expected >= 0);
    }

    @Property(seed = SEED)
    void picks_the_larger_and_the_smaller(@ForAll("fractions") Fraction one, @ForAll("fractions") Fraction other) {
        assertThat(one.max(other)).isGreaterThanOrEqualTo(one).isGreaterThanOrEqualTo(other);
        assertThat(one.min(other)).isLessThanOrEqualTo(one).isLessThanOrEqualTo(other);
    }

    @Property(seed = SEED)
    void adds_exactly_or_not_at_all(@ForAll("fractions") Fraction one, @ForAll("fractions") Fraction other) {
        BigInteger sum = n(one).multiply(d(other)).add(n(other).multiply(d(one)));
        assertExact(one, other, Fraction::plus, sum);
    }

    @Property(seed = SEED)
    void subtracts_exactly_down_to_zero(@ForAll("fractions") Fraction one, @ForAll("fractions") Fraction other) {
        BigInteger difference = n(one).multiply(d(other)).subtract(n(other).multiply(d(one)));
        assertExact(one, other, Fraction::minusOrZero, difference.max(BigInteger.ZERO));
    }

    @Property(seed = SEED)
    void multiplies_exactly_or_not_at_all(@ForAll("fractions") Fraction one, @ForAll("fractions") Fraction other) {
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

    @Property(seed = SEED)
    void shows_the_value_to_the_microsecond(@ForAll("fractions") Fraction fraction) {
        BigDecimal expected = new BigDecimal(fraction.numerator())
                .divide(new BigDecimal(fraction.denominator()), 6, RoundingMode.HALF_UP);
        assertThat(fraction.toDecimal()).isEqualByComparingTo(expected);
        assertThat(new BigDecimal(fraction.toDecimalString())).isEqualByComparingTo(expected);
    }

    @Property(seed = SEED)
    void rounds_a_half_up(@ForAll("fractions") Fraction fraction) {
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
}
