package io.mediapreflight.io;

import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.ChannelSource;
import io.mediapreflight.source.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.apache.commons.io.output.ThresholdingOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is written: in memory, and beyond a threshold in a temporary file. On POSIX systems the file has no name any more once it
 * is open, so that nothing is left behind however this ends; elsewhere it is deleted when it is closed.
 */
final class Spool extends ThresholdingOutputStream {
    private final Path directory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream current = memory;
    private @Nullable FileChannel file;

    Spool(int threshold, Path directory) {
        super(threshold);
        this.directory = directory;
    }

    @Override
    protected OutputStream getOutputStream() {
        return current;
    }

    @Override
    protected void thresholdReached() throws IOException {
        file = temporaryFile(directory);
        current = Channels.newOutputStream(file);
        memory.writeTo(current);
        memory = new ByteArrayOutputStream(0);
    }

    private static FileChannel temporaryFile(Path directory) throws IOException {
        Path path = Files.createTempFile(directory, "preflight-", ".tmp"); // which its owner alone may read
        try {
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** What was written. Nothing more may be. */
    Source kept() {
        return file == null ? BytesSource.of(memory.toByteArray()) : ChannelSource.of(file);
    }

    /** Forgets what was written, and deletes the file. */
    @Override
    public void close() throws IOException {
        memory = new ByteArrayOutputStream(0);
        if (file != null) {
            file.close();
        }
    }
}
