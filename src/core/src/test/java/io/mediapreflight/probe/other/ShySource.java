package io.mediapreflight.probe.other;

import io.mediapreflight.source.Source;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Gives a few bytes at a time, or keeps its size to itself; and counts how often it is asked. */
final class ShySource implements Source {
    private final byte[] bytes;
    private final int atOnce;
    private final boolean knowsSize;
    private int reads;

    ShySource(byte[] bytes, int atOnce, boolean knowsSize) {
        this.bytes = bytes;
        this.atOnce = atOnce;
        this.knowsSize = knowsSize;
    }

    int reads() {
        return reads;
    }

    @Override
    public OptionalLong size() {
        return knowsSize ? OptionalLong.of(bytes.length) : OptionalLong.empty();
    }

    @Override
    public int read(long offset, ByteBuffer into) {
        reads++;
        if (offset >= bytes.length) {
            return -1;
        }
        int length = Math.min(Math.min(atOnce, into.remaining()), (int) (bytes.length - offset));
        into.put(bytes, (int) offset, length);
        return length;
    }
}
