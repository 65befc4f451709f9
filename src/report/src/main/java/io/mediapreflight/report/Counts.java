package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;

/** How many there are of each outcome; of a rule's findings none passed. */
public record Counts(long pass, long warn, long unknown, long fail) {
    /** How many had this outcome. */
    public long of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> pass;
            case WARN -> warn;
            case UNKNOWN -> unknown;
            case FAIL -> fail;
        };
    }

    /** How many there are in all. */
    public long total() {
        return pass + warn + unknown + fail;
    }
}
