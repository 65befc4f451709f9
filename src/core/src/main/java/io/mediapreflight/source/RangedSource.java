package io.mediapreflight.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Bytes behind a function that reads a range of them: the client of an object store, a range of an HTTP resource, a block of
 * a database.
 *
 * <pre>{@code
 * Source source = RangedSource.of(object.size(), (offset, buffer) -> store.read(object, offset, buffer));
 * }</pre>
 *
 * <p>Where each read costs a round trip, put {@link BlockSource} around it.
 */
public final class RangedSource implements Source {
    private final OptionalLong size;
    private final Reader reader;

    private RangedSource(OptionalLong size, Reader reader) {
        this.size = size;
        this.reader = reader;
    }

    /**
     * A source of a known size.
     *
     * @param size in bytes, 0 or more; it is trusted, and nothing behind it is asked for
     */
    public static RangedSource of(long size, Reader reader) {
        if (size < 0) {
            throw new IllegalArgumentException("a source of " + size + " bytes");
        }
        return new RangedSource(OptionalLong.of(size), reader);
    }

    /** A source whose size is not known: it ends where the reader says −1. */
    public static RangedSource ofUnknownSize(Reader reader) {
        return new RangedSource(OptionalLong.empty(), reader);
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        return reader.read(offset, into);
    }

    /** Reads a range. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads up to {@code into.remaining()} bytes, as {@link Source#read} does.
         *
         * @return how many bytes were read, 1 or more; or −1 where there is no byte at {@code offset}
         * @throws IOException where the bytes cannot be read; an unchecked exception counts as one, too
         */
        int read(long offset, ByteBuffer into) throws IOException;
    }
}
