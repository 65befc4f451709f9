package io.mediapreflight.cli.console;

/** A report cannot be written where it was meant to go, or something else that the run needs is not there. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    public OutputException(String message) {
        super(message);
    }

    public OutputException(String message, Exception cause) {
        super(message, cause);
    }
}
