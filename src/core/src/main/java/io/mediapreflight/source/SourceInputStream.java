package io.mediapreflight.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** A source from its first byte to its last, for what reads streams. Reads are those of the source, without a buffer. */
public final class SourceInputStream extends InputStream {
    private final Source source;
    private final boolean isOwner;
    private long offset;

    private SourceInputStream(Source source, boolean isOwner) {
        this.source = source;
        this.isOwner = isOwner;
    }

    /** Of a source that stays open when the stream is closed. */
    public static SourceInputStream of(Source source) {
        return new SourceInputStream(source, false);
    }

    /** Of a source that is closed with the stream. */
    public static SourceInputStream owning(Source source) {
        return new SourceInputStream(source, true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        int read = source.read(offset, ByteBuffer.wrap(bytes, from, length));
        offset += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        if (isOwner) {
            source.close();
        }
    }
}
