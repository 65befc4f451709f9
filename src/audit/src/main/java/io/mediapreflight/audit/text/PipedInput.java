package io.mediapreflight.audit.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that may be a pipe: asked how much is left, the JDK's own stream asks for its position, and a pipe has none. */
public final class PipedInput extends FilterInputStream {
    private PipedInput(InputStream in) {
        super(in);
    }

    public static InputStream open(Path file) throws IOException {
        return new PipedInput(Files.newInputStream(file));
    }

    @Override
    public int available() {
        return 0;
    }
}
