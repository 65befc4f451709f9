package io.mediapreflight.audit.list;

import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** A list of names that is none. The message is a clause that names the entry. */
public final class FileListException extends IOException {
    private static final long serialVersionUID = 1L;

    FileListException(Phrase message) {
        super(message.toString());
    }
}
