package io.mediapreflight.source;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.OptionalLong;

/**
 * A source of any implementation, held to its contract: whatever it throws becomes an {@link IOException}, and so
 * does an impossible count. An interrupt of the thread ends the reading, whether the source heeds it or not. The clients of object stores throw unchecked exceptions of their own when a network
 * fails.
 */
public final class GuardedSource implements Source {
    private final Source source;

    private GuardedSource(Source source) {
        this.source = source;
    }

    /** Guards a source; closing the guard closes the source. */
    public static GuardedSource of(Source source) {
        return source instanceof GuardedSource guarded ? guarded : new GuardedSource(source);
    }

    /**
     * The I/O failure that an unchecked exception of a source stands for.
     *
     * @param cause what the source, or whatever opens it, has thrown
     */
    public static IOException accident(RuntimeException cause) {
        String message = cause.getMessage();
        return new IOException(
                message == null || message.isBlank()
                        ? Phrase.of("source:unexplained").toString()
                        : message,
                cause);
    }

    @Override
    public OptionalLong size() throws IOException {
        try {
            OptionalLong size = source.size();
            if (size.isPresent() && size.getAsLong() < 0) {
                throw new IOException(
                        Phrase.of("source:size").with("size", size.getAsLong()).toString());
            }
            return size;
        } catch (RuntimeException e) {
            throw accident(e);
        }
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        int from = into.position();
        int read;
        try {
            read = source.read(offset, into);
        } catch (RuntimeException e) {
            throw accident(e);
        }
        // A source that gives nothing without ending would be asked for ever, or be taken for one that ends here.
        if (read == 0 || read < -1 || into.position() != from + Math.max(0, read)) {
            throw new IOException(Phrase.of("source:count")
                    .with("number", read)
                    .with("count", into.position() - from)
                    .with("offset", offset)
                    .toString());
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        try {
            source.close();
        } catch (RuntimeException e) {
            throw accident(e);
        }
    }
}
