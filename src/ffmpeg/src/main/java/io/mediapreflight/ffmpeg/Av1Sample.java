package io.mediapreflight.ffmpeg;

import java.nio.ByteBuffer;

/**
 * A sample of AV1 without its metadata, which say how to show a frame and not what it is (AV1 5.8). libaom refuses a sample for the
 * padding that Dolby Vision's have.
 */
final class Av1Sample {
    private static final int TYPE_SHIFT = 3;
    private static final int TYPE = 0xF;
    private static final int METADATA = 5;
    private static final int HAS_EXTENSION = 4;
    private static final int HAS_SIZE = 2;

    /** A size has seven bits in each byte, and at most eight of those (AV1 4.10.5). */
    private static final int SIZE_BYTES = 8;

    private static final int SIZE_BITS = 7;
    private static final int MORE = 0x80;

    private Av1Sample() {}

    /**
     * Moves together all units but metadata. From one on that is cut off, or that has no size, all stay, for the decoder to judge.
     *
     * @return how many bytes are left
     */
    static int keep(ByteBuffer sample) {
        int end = sample.limit();
        int from = 0;
        int to = 0;
        while (from < end) {
            int length = length(sample, from);
            if (length == 0) {
                break;
            }
            if (((sample.get(from) >> TYPE_SHIFT) & TYPE) != METADATA) {
                to = move(sample, from, to, length);
            }
            from += length;
        }
        return move(sample, from, to, end - from);
    }

    /** The length of a unit, its header included; 0 where it has none, or more than there is. */
    private static int length(ByteBuffer sample, int from) {
        int header = sample.get(from);
        if ((header & HAS_SIZE) == 0) {
            return 0;
        }
        int at = from + ((header & HAS_EXTENSION) == 0 ? 1 : 2);
        long size = 0;
        for (int i = 0; i < SIZE_BYTES && at < sample.limit(); i++) {
            int part = sample.get(at++);
            size |= (long) (part & ~MORE & 0xFF) << (SIZE_BITS * i);
            if ((part & MORE) == 0) {
                return size > sample.limit() - at ? 0 : at - from + (int) size;
            }
        }
        return 0;
    }

    private static int move(ByteBuffer sample, int from, int to, int length) {
        if (from != to && length > 0) {
            sample.put(to, sample, from, length);
        }
        return to + length;
    }
}
