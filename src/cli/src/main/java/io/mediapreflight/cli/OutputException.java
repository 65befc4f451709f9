package io.mediapreflight.cli;

/** A report cannot be written where it was meant to go, or something else that the run needs is not there. */
final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    OutputException(String message) {
        super(message);
    }

    OutputException(String message, Exception cause) {
        super(message, cause);
    }
}
