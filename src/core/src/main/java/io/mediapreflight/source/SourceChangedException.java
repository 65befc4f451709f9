package io.mediapreflight.source;

import java.io.IOException;

/** The source is not what it was when it was opened, so nothing can be said of it. */
public final class SourceChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What has changed, as a clause without a full stop. */
    public SourceChangedException(String message) {
        super(message);
    }
}
