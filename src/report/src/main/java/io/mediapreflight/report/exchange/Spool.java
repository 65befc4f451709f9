package io.mediapreflight.report.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What has to be written behind something that is known only later: a little of it in memory, the rest in a temporary file. The file
 * has no name any more as soon as it is open (on POSIX systems; elsewhere it is deleted when the process ends), so that
 * nothing is left behind however the process ends; a temporary file of Commons IO would be.
 */
final class Spool {
    /** As much as a page or two of a person's reports; also what is written to disk at once. */
    private static final int IN_MEMORY = 1 << 20;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<FileChannel> file = Optional.empty();

    void write(byte[] bytes) throws IOException {
        memory.writeBytes(bytes);
        if (memory.size() >= IN_MEMORY) {
            toDisk();
        }
    }

    private void toDisk() throws IOException {
        if (file.isEmpty()) {
            Path path = Files.createTempFile("preflight-report-", ".tmp");
            file = Optional.of(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        }
        ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
        while (bytes.hasRemaining()) {
            file.get().write(bytes);
        }
        memory.reset();
    }

    /** Hands all of it on, once, and keeps nothing. */
    void moveTo(OutputStream out) throws IOException {
        if (file.isPresent()) {
            try (FileChannel channel = file.get()) {
                ByteBuffer bytes = ByteBuffer.allocate(IN_MEMORY);
                channel.position(0);
                while (channel.read(bytes) >= 0) {
                    out.write(bytes.array(), 0, bytes.position());
                    bytes.clear();
                }
            }
        }
        memory.writeTo(out);
        memory.reset();
    }
}
