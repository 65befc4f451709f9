package io.mediapreflight.source;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * The size and the SHA-256 of a source, computed in one pass with a buffer of fixed size.
 *
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal digits
 */
public record SourceDigest(long size, String sha256) {
    /** Large enough that hashing takes the time, not the calls. */
    private static final int BUFFER = 64 * 1024;

    /**
     * Reads a source from its first byte to its last, and leaves it open.
     *
     * @param maximum how many bytes it may have, 0 or more; no more than one byte beyond them is read
     * @throws SourceChangedException where it has more, or not as many as it says
     * @throws IOException where it cannot be read; an unchecked exception of the source becomes one, too
     */
    public static SourceDigest of(Source source, long maximum) throws IOException {
        MessageDigest digest = newSha256();
        long size = update(digest, source, maximum);
        return new SourceDigest(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** The same by another algorithm, in lower-case hexadecimal digits. */
    public static String hex(Source source, MessageDigest algorithm, long maximum) throws IOException {
        update(algorithm, source, maximum);
        return HexFormat.of().formatHex(algorithm.digest());
    }

    private static long update(MessageDigest digest, Source source, long maximum) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        GuardedSource guarded = GuardedSource.of(source);
        long offset = 0;
        while (offset <= maximum) {
            buffer.clear().limit((int) Math.min(BUFFER - 1, maximum - offset) + 1);
            int read = guarded.read(offset, buffer);
            if (read < 0) {
                break;
            }
            offset += read;
            digest.update(buffer.flip());
        }
        OptionalLong size = guarded.size();
        if (offset > maximum || (size.isPresent() && size.getAsLong() != offset)) {
            throw new SourceChangedException(Phrase.of("source:resized")
                    .with("size", Math.min(maximum, size.orElse(maximum)))
                    .toString());
        }
        return offset;
    }

    /** A new SHA-256 digest. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
