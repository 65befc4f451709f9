package io.mediapreflight.ffmpeg.png;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The rows of a PNG's image as its header promises them, and how far into them its unpacked data have come. */
final class PngRows {
    /** The bytes of an IHDR (PNG 3, 11.2.1). */
    static final int HEADER = 13;

    private static final int DEPTH = 8;
    private static final int COLOR = 9;
    private static final int INTERLACE = 12;

    /**
     * What is unpacked behind the image in search of the checksum: garbage, too, can unpack to more than the image, but does
     * not end in order. This much takes some tenths of a second.
     */
    private static final long MAX_EXTRA = 1L << 26;

    /** The filters have the numbers 0 to 4 (PNG 3, 9.2). */
    private static final int LAST_FILTER = 4;

    /** Where the pixels of the seven passes of an interlaced image begin, and how far they lie apart: x, y (PNG 3, 8.2). */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final long width;
    private final long height;
    private final int bitsPerPixel;
    private final int[][] passes;
    private long left;
    private int pass;
    private long rowsInPass;
    private long leftInRow;
    private long extra;

    private PngRows(long width, long height, int bitsPerPixel, int[][] passes) {
        this.width = width;
        this.height = height;
        this.bitsPerPixel = bitsPerPixel;
        this.passes = passes;
        for (int i = 0; i < passes.length; i++) {
            left = Math.addExact(left, Math.multiplyExact(rows(i), rowBytes(i)));
        }
        rowsInPass = rows(0);
    }

    /** Empty where there is no such image. */
    static Optional<PngRows> of(ByteBuffer header) {
        int depth = header.get(DEPTH);
        int samples =
                switch (header.get(COLOR)) {
                    case 0, 3 -> 1;
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 0;
                };
        int interlace = header.get(INTERLACE);
        int width = header.getInt(0);
        int height = header.getInt(Integer.BYTES);
        boolean isKnown = samples > 0
                && (depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16)
                && (interlace == 0 || interlace == 1)
                && width > 0
                && height > 0
                && (long) width * height <= Integer.MAX_VALUE; // FFmpeg takes no more
        return isKnown
                ? Optional.of(new PngRows(width, height, depth * samples, interlace == 0 ? ONE_PASS : ADAM7))
                : Optional.empty();
    }

    boolean areComplete() {
        return left == 0;
    }

    /** Whether so much followed the image that the search for its end stops. */
    boolean isOver() {
        return extra > MAX_EXTRA;
    }

    /** Takes the next bytes; false where a row begins with what is no filter. */
    boolean take(byte[] bytes, int count) {
        int at = 0;
        while (at < count) {
            if (left == 0) {
                extra += count - at;
                return true;
            }
            if (leftInRow == 0) {
                if (bytes[at] < 0 || bytes[at] > LAST_FILTER) {
                    return false;
                }
                beginRow();
            }
            int step = (int) Math.min(count - at, leftInRow);
            at += step;
            leftInRow -= step;
            left -= step;
        }
        return true;
    }

    private void beginRow() {
        while (rowsInPass == 0) {
            pass++;
            rowsInPass = rows(pass);
        }
        rowsInPass--;
        leftInRow = rowBytes(pass);
    }

    /** The rows of a pass, none where it has no pixels. */
    private long rows(int number) {
        return columns(number) == 0 ? 0 : pixels(height, passes[number][1], passes[number][3]);
    }

    private long rowBytes(int number) {
        return 1 + (columns(number) * bitsPerPixel + Byte.SIZE - 1) / Byte.SIZE;
    }

    private long columns(int number) {
        return pixels(width, passes[number][0], passes[number][2]);
    }

    private static long pixels(long side, int first, int step) {
        return Math.max(0, (side - first + step - 1) / step);
    }
}
