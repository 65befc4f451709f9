package io.mediapreflight.source;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Bytes in memory. The array or buffer is not copied and must not change while it is read. */
public final class BytesSource implements Source {
    private final ByteBuffer bytes;

    private BytesSource(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Reads this array; do not change it while it is checked. */
    public static BytesSource of(byte[] bytes) {
        return new BytesSource(ByteBuffer.wrap(bytes));
    }

    /** What remains in {@code bytes}; its position is left alone. */
    public static BytesSource of(ByteBuffer bytes) {
        return new BytesSource(bytes.slice());
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes.limit());
    }

    @Override
    public int read(long offset, ByteBuffer into) {
        if (offset >= bytes.limit()) {
            return -1;
        }
        int from = (int) offset;
        int length = Math.min(into.remaining(), bytes.limit() - from);
        into.put(into.position(), bytes, from, length);
        into.position(into.position() + length);
        return length;
    }
}
