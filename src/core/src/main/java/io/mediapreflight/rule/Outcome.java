package io.mediapreflight.rule;

import java.util.Locale;

/** The outcome of a rule, a file or a request; each is worse than the one before it. */
public enum Outcome {
    /** Within the bound under every reading. */
    PASS,
    /** Within the bound under one reading and outside under another. */
    WARN,
    /** A reading that applies could not be determined, and the others are not all outside. */
    UNKNOWN,
    /** Outside under every reading that could be determined. */
    FAIL;

    /** The machine-readable name: {@code pass}, {@code warn}, {@code unknown} or {@code fail}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of the two. */
    public Outcome worse(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
