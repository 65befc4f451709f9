package io.mediapreflight.audit.manifest;

import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** A manifest of which no row can be read. The message says what is expected. */
public final class ManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    ManifestException(Phrase message) {
        super(message.toString());
    }
}
