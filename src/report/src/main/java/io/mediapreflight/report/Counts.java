package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;

/** How many there are of each outcome; of a rule's findings none passed. */
public record Counts(long pass, long warn, long unknown, long fail) {
    public long of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> pass;
            case WARN -> warn;
            case UNKNOWN -> unknown;
            case FAIL -> fail;
        };
    }

    public long total() {
        return pass + warn + unknown + fail;
    }
}
