package io.mediapreflight.io;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** What was read from a stream could not be kept: a failure of the temporary file, and none of the stream. */
public final class NotKeptException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param cause what the file system said */
    NotKeptException(IOException cause) {
        super(Phrase.of("access.not-kept").with("reason", reason(cause)).toString(), cause);
    }

    private static String reason(IOException e) {
        String message = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
