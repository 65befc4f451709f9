package io.mediapreflight.report;

import io.mediapreflight.text.Phrase;

/** Limits that cannot be used as they stand. The message says what is wrong and what to do. */
public final class LimitsException extends Exception {
    private static final long serialVersionUID = 1L;

    LimitsException(Phrase what) {
        super(what.toString());
    }
}
