package io.mediapreflight.audit.list;

import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** An invalid list of names. The message is a clause that names the entry. */
public final class FileListException extends IOException {
    private static final long serialVersionUID = 1L;

    FileListException(Phrase message) {
        super(message.toString());
    }
}
