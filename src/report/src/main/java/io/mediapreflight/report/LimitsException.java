package io.mediapreflight.report;

/** Limits that cannot be used as they stand. The message says what is wrong, without a full stop. */
public final class LimitsException extends Exception {
    private static final long serialVersionUID = 1L;

    LimitsException(String what) {
        super(what);
    }
}
