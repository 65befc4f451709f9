package io.mediapreflight.source;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, computed in one pass with a buffer of fixed size. */
public final class FileDigest {
    /** Large enough that hashing takes the time, not the calls. */
    private static final int BUFFER = 64 * 1024;

    private FileDigest() {}

    /**
     * Reads the file from its first byte to its last.
     *
     * @param size how many bytes it must have; never is more than one byte beyond them read
     * @return in lower-case hexadecimal digits
     * @throws SourceChangedException where it has more or fewer
     * @throws IOException where it cannot be read
     */
    public static String sha256(Path file, long size) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileSource source = FileSource.open(file)) {
            long offset = 0;
            while (offset <= size) {
                buffer.clear().limit((int) Math.min(BUFFER, size - offset + 1));
                int read = source.read(offset, buffer);
                if (read < 0) {
                    break;
                }
                offset += read;
                digest.update(buffer.flip());
            }
            if (offset != size) {
                throw new SourceChangedException(
                        Phrase.of("source:resized").with("size", size).toString());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A new SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
