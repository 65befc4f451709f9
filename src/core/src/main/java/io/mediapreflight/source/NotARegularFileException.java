package io.mediapreflight.source;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A directory, pipe, socket or device where a regular file is needed. */
public final class NotARegularFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private final boolean directory;

    public NotARegularFileException(Path file, boolean directory) {
        super(file.toString(), null, directory ? "is a directory" : "is a pipe, a socket or a device");
        this.directory = directory;
    }

    public boolean isDirectory() {
        return directory;
    }
}
