package io.mediapreflight.rule;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts the readings of one rule: how many are within the bound, how many outside, how many could not be established.
 * The outcome follows from the three (docs/limits.md, "Outcomes").
 */
final class Readings {
    private boolean anyWithin;
    private boolean anyOutside;
    private boolean anyMissing;

    Readings add(boolean within) {
        anyWithin |= within;
        anyOutside |= !within;
        return this;
    }

    /** A reading that applies and could not be established. */
    Readings addMissing() {
        anyMissing = true;
        return this;
    }

    /** A reading that applies only where it is present. */
    Readings addIfPresent(Optional<Fraction> value, Predicate<Fraction> within) {
        return value.isPresent() ? add(within.test(value.get())) : this;
    }

    /** A reading that always applies. */
    Readings addRequired(Optional<Fraction> value, Predicate<Fraction> within) {
        return value.isPresent() ? add(within.test(value.get())) : addMissing();
    }

    Outcome outcome() {
        if (anyMissing) {
            return anyOutside && !anyWithin ? Outcome.FAIL : Outcome.UNKNOWN;
        }
        if (anyOutside) {
            return anyWithin ? Outcome.WARN : Outcome.FAIL;
        }
        return Outcome.PASS;
    }
}
