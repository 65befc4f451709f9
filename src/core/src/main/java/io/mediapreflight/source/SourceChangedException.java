package io.mediapreflight.source;

import java.io.IOException;

/** The source has changed since it was opened, so nothing can be said of it. */
public final class SourceChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what has changed, as a clause without a full stop
     */
    public SourceChangedException(String message) {
        super(message);
    }
}
