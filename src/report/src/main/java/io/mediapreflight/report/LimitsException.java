package io.mediapreflight.report;

import io.mediapreflight.text.Phrase;

/** Limits that cannot be used. The message says why, and what to do. */
public final class LimitsException extends Exception {
    private static final long serialVersionUID = 1L;

    LimitsException(Phrase what) {
        super(what.toString());
    }
}
