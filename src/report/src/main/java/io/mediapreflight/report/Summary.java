package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;

/**
 * How many sources came to which end. Immutable: counting makes a new one.
 *
 * @param pass how many passed every rule
 * @param warn how many are within the bounds under one reading only
 * @param unknown of how many something that decides could not be established
 * @param fail how many broke a rule
 * @param skipped how many were not judged
 */
public record Summary(long pass, long warn, long unknown, long fail, long skipped) {
    /** Nothing counted yet. */
    public static final Summary NONE = new Summary(0, 0, 0, 0, 0);

    /** One more source with this outcome. */
    public Summary with(Outcome outcome) {
        return switch (outcome) {
            case PASS -> new Summary(pass + 1, warn, unknown, fail, skipped);
            case WARN -> new Summary(pass, warn + 1, unknown, fail, skipped);
            case UNKNOWN -> new Summary(pass, warn, unknown + 1, fail, skipped);
            case FAIL -> new Summary(pass, warn, unknown, fail + 1, skipped);
        };
    }

    /** How many were judged. */
    public long checked() {
        return pass + warn + unknown + fail;
    }
}
