package io.mediapreflight.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** A source that remembers whether it could not be read: a reader may go on without, and what it finds is then not all. */
public final class WatchedSource implements Source {
    private final Source source;
    private boolean failed;

    /** Closing this one closes the source. */
    public WatchedSource(Source source) {
        this.source = source;
    }

    /** Whether anything has failed so far. */
    public boolean hasFailed() {
        return failed;
    }

    @Override
    public OptionalLong size() throws IOException {
        try {
            return source.size();
        } catch (IOException | RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        try {
            return source.read(offset, into);
        } catch (IOException | RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
