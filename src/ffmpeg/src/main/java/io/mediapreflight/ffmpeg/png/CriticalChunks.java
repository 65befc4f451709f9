package io.mediapreflight.ffmpeg.png;

import java.nio.ByteBuffer;

/**
 * A PNG with the chunks alone that make the image (PNG 3, 5.3: critical ones, of which the first letter is a capital). FFmpeg, asked to
 * be strict, calls an image broken for the checksum of a comment, where every viewer passes over it; and it unpacks
 * comments and profiles, which may be bombs.
 */
public final class CriticalChunks {
    private static final int SIGNATURE = 8;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHECKSUM = 4;

    /** The bit of a chunk's first letter that makes it a small one. */
    private static final int ANCILLARY = 0x20;

    private CriticalChunks() {}

    /**
     * Moves the critical chunks together. What follows a chunk that is cut off stays, for the decoder to judge.
     *
     * @return how many bytes are left
     */
    public static int keep(ByteBuffer png) {
        int end = png.limit();
        int from = SIGNATURE;
        int to = SIGNATURE;
        while (end - from >= LENGTH_AND_TYPE + CHECKSUM) {
            long length = Integer.toUnsignedLong(png.getInt(from)) + LENGTH_AND_TYPE + CHECKSUM;
            if (length > end - from) {
                break;
            }
            if ((png.get(from + Integer.BYTES) & ANCILLARY) == 0) {
                to = move(png, from, to, (int) length);
            }
            from += (int) length;
        }
        return from < end ? move(png, from, to, end - from) : Math.min(to, end);
    }

    private static int move(ByteBuffer png, int from, int to, int length) {
        if (from != to) {
            png.put(to, png, from, length);
        }
        return to + length;
    }
}
