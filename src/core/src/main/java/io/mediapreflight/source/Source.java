package io.mediapreflight.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Bytes that can be read at any position: a file, an array, a spooled stream, a range of an HTTP resource, an object in
 * a distributed file system. Implementations need not be safe for use by several threads at once.
 */
public interface Source extends Closeable {
    /**
     * The size in bytes, or empty where it is not known; a size that is known is trusted, and a source that then ends
     * earlier is reported as changing.
     *
     * @throws IOException where the size cannot be asked for
     */
    OptionalLong size() throws IOException;

    /**
     * Reads up to {@code into.remaining()} bytes from {@code offset} on. May return fewer than asked for.
     *
     * @param offset 0 or more
     * @param into has at least one byte remaining; its position is advanced by what was read
     * @return how many bytes were read, 1 or more; or −1 where the source has no byte at {@code offset}
     * @throws IOException where the bytes cannot be read; never used to say that the source ends
     */
    int read(long offset, ByteBuffer into) throws IOException;

    /** Closes what the source holds open. Does nothing by default. */
    @Override
    default void close() throws IOException {}
}
