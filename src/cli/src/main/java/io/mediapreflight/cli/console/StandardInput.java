package io.mediapreflight.cli.console;

import io.mediapreflight.text.Phrase;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standard input of this process. Where it was closed, that is an {@link IOException}. */
final class StandardInput extends InputStream {
    private static final Path LINK = Path.of("/proc/self/fd/0");

    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private boolean checked;

    @Override
    public int read() throws IOException {
        check();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        return in.read(bytes, offset, length);
    }

    /** The first file that a JVM opens takes the place of a closed standard input: its own class library. */
    private void check() throws IOException {
        if (!checked && Files.isSymbolicLink(LINK)) {
            Path home = Path.of(System.getProperty("java.home")).toRealPath();
            if (Files.readSymbolicLink(LINK).startsWith(home)) {
                throw new IOException(Phrase.of("cli:reason.input-closed").toString());
            }
        }
        checked = true;
    }
}
