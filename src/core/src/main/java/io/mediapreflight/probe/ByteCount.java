package io.mediapreflight.probe;

/**
 * The size of a source in bytes, as far as it is known.
 *
 * @param atLeast 0 or more
 * @param atMost {@code atLeast} or more; {@link Long#MAX_VALUE} where nothing is known
 */
public record ByteCount(long atLeast, long atMost) {
    public ByteCount {
        if (atLeast < 0 || atMost < atLeast) {
            throw new IllegalArgumentException("not a count: " + atLeast + " to " + atMost);
        }
    }

    /** A size that is known: 0 or more bytes. */
    public static ByteCount exactly(long bytes) {
        return new ByteCount(bytes, bytes);
    }

    /** Whether the size is known to the byte. */
    public boolean isExact() {
        return atLeast == atMost;
    }
}
