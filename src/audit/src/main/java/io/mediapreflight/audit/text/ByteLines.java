package io.mediapreflight.audit.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, one at a time, in memory that the longest line allowed bounds. The end mark of a line is
 * no part of it, and the last line may lack it.
 *
 * <p>A line that is too long is reported as soon as that is known; the next {@link #advance} passes over the rest of it.
 */
public final class ByteLines {
    /** Large enough that a read of it costs little by the byte, and small beside a line of the largest size. */
    private static final int BUFFER_BYTES = 16 * 1024;

    /** Most names and most rows fit; a longer one makes it grow. */
    private static final int FIRST_LINE_BYTES = 512;

    private final InputStream in;
    private final byte end;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private byte[] line = new byte[FIRST_LINE_BYTES];
    private int length;
    private long number;
    private boolean tooLong;

    /**
     * @param end the byte that ends a line
     * @param maxBytes of one line, its end mark not counted
     */
    public ByteLines(InputStream in, byte end, int maxBytes) {
        this.in = in;
        this.end = end;
        this.maxBytes = maxBytes;
    }

    /** Goes on to the next line. False where there is none. */
    public boolean advance() throws IOException {
        if (tooLong) {
            passOver();
        }
        length = 0;
        if (!hasMore()) {
            return false;
        }
        number++;
        boolean ended = false;
        while (!ended && !tooLong && hasMore()) {
            int stop = endInBuffer();
            keep(stop);
            ended = !tooLong && stop < to;
            from = ended ? stop + 1 : stop;
        }
        return true;
    }

    /** The number of the line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line goes beyond the bound, so that it is not kept. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** How many bytes of the line are kept. */
    public int length() {
        return tooLong ? 0 : length;
    }

    /** Whether there is nothing in it but what is passed over between the values of a JSON text. */
    public boolean isBlank() {
        for (int i = 0; i < length(); i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** A copy of the line; of one that is too long, nothing. */
    public byte[] bytes() {
        return Arrays.copyOf(line, length());
    }

    private boolean hasMore() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
        }
        return from < to;
    }

    private int endInBuffer() {
        int i = from;
        while (i < to && buffer[i] != end) {
            i++;
        }
        return i;
    }

    private void keep(int stop) {
        int count = stop - from;
        if (count > maxBytes - length) {
            tooLong = true;
            return;
        }
        if (count > line.length - length) {
            line = Arrays.copyOf(line, (int) Math.min(maxBytes, Math.max(2L * line.length, (long) length + count)));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    private void passOver() throws IOException {
        while (tooLong && hasMore()) {
            int stop = endInBuffer();
            tooLong = stop == to;
            from = tooLong ? stop : stop + 1;
        }
        tooLong = false;
    }
}
