package io.mediapreflight.cli;

/** A report cannot be written where it was meant to go. */
final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    OutputException(String message, Exception cause) {
        super(message, cause);
    }
}
