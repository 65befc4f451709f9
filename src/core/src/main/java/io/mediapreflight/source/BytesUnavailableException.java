package io.mediapreflight.source;

import java.io.IOException;

/** The source goes on here, but this part of it cannot be read: of a stream, only the beginning may have been kept. */
public final class BytesUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is unavailable, as a clause without a full stop
     */
    public BytesUnavailableException(String message) {
        super(message);
    }
}
