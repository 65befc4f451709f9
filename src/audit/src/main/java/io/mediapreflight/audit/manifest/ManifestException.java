package io.mediapreflight.audit.manifest;

import java.io.IOException;

/** A manifest of which no row can be read. The message is a whole sentence that says what is expected. */
public final class ManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    ManifestException(String message) {
        super(message);
    }
}
