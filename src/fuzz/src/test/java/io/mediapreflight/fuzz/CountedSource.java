package io.mediapreflight.fuzz;

import io.mediapreflight.source.Source;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Bytes in memory that count what is read of them, and on demand give few at a time or do not know how many they are. */
final class CountedSource implements Source {
    private final byte[] bytes;
    private final int maxPerRead;
    private final boolean knowsSize;
    private long reads;
    private long bytesRead;

    private CountedSource(byte[] bytes, int maxPerRead, boolean knowsSize) {
        this.bytes = bytes;
        this.maxPerRead = maxPerRead;
        this.knowsSize = knowsSize;
    }

    static CountedSource of(byte[] bytes) {
        return new CountedSource(bytes, Integer.MAX_VALUE, true);
    }

    static CountedSource shortReads(byte[] bytes, int maxPerRead) {
        return new CountedSource(bytes, maxPerRead, true);
    }

    static CountedSource ofUnknownSize(byte[] bytes) {
        return new CountedSource(bytes, Integer.MAX_VALUE, false);
    }

    long reads() {
        return reads;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public OptionalLong size() {
        return knowsSize ? OptionalLong.of(bytes.length) : OptionalLong.empty();
    }

    @Override
    public int read(long offset, ByteBuffer into) {
        if (offset < 0 || !into.hasRemaining()) {
            throw new AssertionError("asked for " + into.remaining() + " bytes at " + offset);
        }
        reads++;
        if (offset >= bytes.length) {
            return -1;
        }
        int length = (int) Math.min(Math.min(into.remaining(), maxPerRead), bytes.length - offset);
        into.put(bytes, (int) offset, length);
        bytesRead += length;
        return length;
    }
}
