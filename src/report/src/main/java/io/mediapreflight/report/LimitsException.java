package io.mediapreflight.report;

/** Limits that cannot be used. The message says why, without a full stop. */
public final class LimitsException extends Exception {
    private static final long serialVersionUID = 1L;

    LimitsException(String what) {
        super(what);
    }
}
