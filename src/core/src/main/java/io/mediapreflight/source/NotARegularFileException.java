package io.mediapreflight.source;

import io.mediapreflight.text.Phrase;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A directory, pipe, socket or device where a regular file is needed. */
public final class NotARegularFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private final boolean directory;

    /** Of this file, which is a directory or something else that is no regular file. */
    public NotARegularFileException(Path file, boolean directory) {
        super(
                file.toString(),
                null,
                Phrase.of(directory ? "source:directory" : "source:not-regular").toString());
        this.directory = directory;
    }

    /** Whether it is a directory. */
    public boolean isDirectory() {
        return directory;
    }
}
