package io.mediapreflight.probe.bits;

/** The bits end too soon, or do not fit the syntax: nothing of what follows is known. */
public final class EndOfBitsException extends Exception {
    private static final long serialVersionUID = 1L;

    EndOfBitsException() {
        super("", null, false, false);
    }
}
