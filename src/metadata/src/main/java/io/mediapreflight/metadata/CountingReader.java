package io.mediapreflight.metadata;

import com.drew.lang.ByteArrayReader;
import java.io.IOException;

/**
 * Hands out the bytes of one slice up to a bound: thousands of entries may all claim the same 64 KiB, and the library copies the
 * value of each.
 */
final class CountingReader extends ByteArrayReader {
    /** An honest structure is read once, and its entries are looked at a few times over. */
    private static final int TIMES = 4;

    /** Small structures are mostly headers, which are read again and again. */
    private static final int AT_LEAST = 16_384;

    private long left;

    CountingReader(byte[] slice) {
        super(slice);
        this.left = (long) TIMES * slice.length + AT_LEAST;
    }

    @Override
    public byte getByte(int index) throws IOException {
        count(1);
        return super.getByte(index);
    }

    @Override
    public byte[] getBytes(int index, int count) throws IOException {
        count(count);
        return super.getBytes(index, count);
    }

    private void count(int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new IOException(); // values that overlap so often make no sense: ExifData keeps what was read before
        }
    }
}
