package io.mediapreflight.io;

import io.mediapreflight.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** A source from its first byte to its last. Closing it leaves the source open. */
final class SourceInputStream extends InputStream {
    private final Source source;
    private long offset;

    SourceInputStream(Source source) {
        this.source = source;
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
}
