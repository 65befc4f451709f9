package io.mediapreflight.cli.console;

import io.mediapreflight.text.Phrase;

/** A report cannot be written where it was meant to go, or something else that the run needs is not there. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    public OutputException(Phrase message) {
        super(message.toString());
    }

    public OutputException(Phrase message, Exception cause) {
        super(message.toString(), cause);
    }
}
