package io.mediapreflight.probe;

import java.io.IOException;

/** Reads the headers of one family of formats. Stateless: one instance serves every thread. */
public interface HeaderProbe {
    /**
     * Whether the first bytes belong to this family. Reads no more than the first {@link Window#CAPACITY} bytes.
     *
     * @throws IOException where the bytes cannot be read
     */
    boolean matches(Window window) throws IOException, MalformedException;

    /**
     * Reads the headers. Only called where {@link #matches}.
     *
     * @throws IOException where the bytes cannot be read; a damaged header is a value
     */
    Probed probe(Window window) throws IOException;
}
