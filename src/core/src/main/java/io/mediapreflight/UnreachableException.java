package io.mediapreflight;

import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** What a URL serves cannot be read: with how sure that is, why, and what to do about it. No part of the URL that may be secret is in it. */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Outcome severity;
    private final transient Phrase why;
    private final transient Fix fix;

    /**
     * @param severity {@link Outcome#FAIL} where the service cannot fetch it either, {@link Outcome#UNKNOWN} where it may
     * @param why a clause without a full stop
     * @param fix what to do about it
     */
    public UnreachableException(Outcome severity, Phrase why, Fix fix) {
        super(why.toString());
        this.severity = severity;
        this.why = why;
        this.fix = fix;
    }

    /** {@link Outcome#FAIL} or {@link Outcome#UNKNOWN}. */
    public Outcome severity() {
        return severity;
    }

    /** The reason: a clause without a full stop. */
    public Phrase why() {
        return why;
    }

    /** What to do about it. */
    public Fix fix() {
        return fix;
    }
}
