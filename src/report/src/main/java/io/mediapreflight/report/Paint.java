package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;

/** Colours on a terminal that wants them; nothing anywhere else. */
enum Paint {
    COLOURED,
    PLAIN;

    private static final String BOLD = "1";
    private static final String DIM = "2";

    void outcome(StringBuilder out, Outcome outcome) {
        put(out, colour(outcome), outcome.id());
    }

    void strong(StringBuilder out, String text) {
        put(out, BOLD, text);
    }

    void faint(StringBuilder out, String text) {
        put(out, DIM, text);
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "32";
            case WARN -> "33";
            case UNKNOWN -> "35";
            case FAIL -> "1;31";
        };
    }

    private void put(StringBuilder out, String code, String text) {
        if (this == COLOURED) {
            out.append("\033[").append(code).append('m').append(text).append("\033[0m");
        } else {
            out.append(text);
        }
    }
}
