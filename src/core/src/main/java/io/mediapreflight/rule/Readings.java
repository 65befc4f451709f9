package io.mediapreflight.rule;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts the readings of one rule: how many are within the bound, how many outside, and how many could not be
 * determined. The outcome follows from the three (docs/limits.md, "Outcomes").
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

    /** Adds a reading that applies and could not be determined. */
    Readings addMissing() {
        anyMissing = true;
        return this;
    }

    /** Adds a reading that applies only where it is present. */
    Readings addIfPresent(Optional<Fraction> value, Predicate<Fraction> within) {
        return value.isPresent() ? add(within.test(value.get())) : this;
    }

    /** Adds a reading that always applies. */
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
