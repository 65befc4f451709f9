package io.mediapreflight.probe;

import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A small window on a source that follows a parser. It reads little: a whole window where the parser continues close
 * by, a {@linkplain #HOP few bytes} where it skips a segment, a chunk or a box. It counts what it reads and keeps to
 * a budget, so that no hostile header makes a check expensive.
 *
 * <p>Numbers are big-endian unless the name says otherwise. Reading beyond the end of the source is a {@link
 * MalformedException}: the header is cut off there.
 */
public final class Window {
    /** The capacity of a window in bytes, and so the maximum of a single read. */
    public static final int CAPACITY = 4096;

    /**
     * How many bytes are read after a hop: enough for the next few headers. 160 JPEG segments of 64 KiB, the most that
     * fit into 10 MB, cost 40 KiB.
     */
    public static final int HOP = 256;

    /**
     * The maximum that is read of one source. An honest image needs a tenth of 256 KiB; a video needs some KiB, or up
     * to 2 MiB where it has a fragment for every frame.
     */
    public static final long BUDGET = 4L << 20;

    private final Source source;
    private final ByteBuffer buffer;
    private long start;
    private long end;
    private long minSize;
    private long maxSize = Long.MAX_VALUE;
    private long bytesRead;

    /**
     * @param source what to look at
     * @param buffer {@link #CAPACITY} bytes of room that the window may use for its whole life; its content does not
     *     matter
     * @throws IOException where the source cannot report its size
     */
    public Window(Source source, ByteBuffer buffer) throws IOException {
        if (buffer.capacity() < CAPACITY) {
            throw new IllegalArgumentException("a window needs " + CAPACITY + " bytes of room");
        }
        this.source = GuardedSource.of(source);
        this.buffer = buffer.order(ByteOrder.BIG_ENDIAN);
        OptionalLong size = this.source.size();
        if (size.isPresent()) {
            minSize = size.getAsLong();
            maxSize = size.getAsLong();
        }
    }

    /** The size of the source, as far as it is known by now. */
    public ByteCount size() {
        return new ByteCount(minSize, maxSize);
    }

    /** Bytes really read from the source so far. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Whether the size is known exactly. */
    public boolean knowsSize() {
        return minSize == maxSize;
    }

    /**
     * Whether the source has a byte at this offset. Costs a read of one byte where the size is not known.
     *
     * @throws IOException where that cannot be found out
     */
    public boolean exists(long offset) throws IOException {
        if (offset < minSize) {
            return true;
        }
        if (offset >= maxSize) {
            return false;
        }
        buffer.limit(1).position(0);
        start = 0;
        end = 0;
        int read;
        try {
            read = source.read(offset, buffer);
        } catch (BytesUnavailableException e) {
            return true; // the source goes on; what is here cannot be read, and loading it will say so
        }
        if (read > 0) {
            bytesRead += read;
            start = offset;
            end = offset + read;
            minSize = Math.max(minSize, end);
            return true;
        }
        maxSize = Math.min(maxSize, Math.max(offset, minSize));
        return false;
    }

    /** Whether these bytes are in the window, so that looking at them costs no read. */
    public boolean holds(long offset, int length) {
        return offset >= start && offset <= end - length;
    }

    /** Whether the source has all of these bytes; reads them where they are not in the window. */
    public boolean has(long offset, int length) throws IOException, MalformedException {
        return holds(offset, length) || load(offset, length, isNear(offset) ? CAPACITY : HOP);
    }

    /**
     * Makes the window begin at {@code offset} with up to {@code length} bytes, unless they are in it already. Stops at
     * the end of the source without complaint.
     *
     * @param length 1 to {@link #CAPACITY}
     */
    public void prefetch(long offset, int length) throws IOException, MalformedException {
        int there = (int) Math.min(length, Math.max(0, maxSize - offset));
        if (there > 0 && !holds(offset, there)) {
            load(offset, 1, there);
        }
    }

    public int u8(long offset) throws IOException, MalformedException {
        return buffer.get(locate(offset, 1)) & 0xFF;
    }

    public int u16(long offset) throws IOException, MalformedException {
        return buffer.getShort(locate(offset, 2)) & 0xFFFF;
    }

    public int u16LittleEndian(long offset) throws IOException, MalformedException {
        return Short.reverseBytes(buffer.getShort(locate(offset, 2))) & 0xFFFF;
    }

    public int i32(long offset) throws IOException, MalformedException {
        return buffer.getInt(locate(offset, 4));
    }

    public long u32(long offset) throws IOException, MalformedException {
        return i32(offset) & 0xFFFF_FFFFL;
    }

    public long u32LittleEndian(long offset) throws IOException, MalformedException {
        return Integer.reverseBytes(i32(offset)) & 0xFFFF_FFFFL;
    }

    /** Eight bytes; negative where the file means 2⁶³ or more. */
    public long i64(long offset) throws IOException, MalformedException {
        return buffer.getLong(locate(offset, 8));
    }

    /**
     * A copy of so many numbers of 32 bits, which {@link #holds} says are in the window: for loops over a table, which would
     * ask for every single number whether it is there.
     */
    public int[] heldNumbers(long offset, int count) {
        int[] numbers = new int[count];
        int from = (int) (offset - start);
        for (int i = 0; i < count; i++) {
            numbers[i] = buffer.getInt(from + 4 * i);
        }
        return numbers;
    }

    /**
     * Where these four bytes stand first between two places, which {@link #holds} says are in the window; −1 where they do
     * not. Looks at every fourth byte, and closer only where it is one of the four: a tail is mostly pixels.
     */
    public long findHeld(int four, long from, long to) {
        for (int at = (int) (from - start) + 3; at < to - start; at += 4) {
            byte met = buffer.get(at);
            for (int before = 0; before < 4; before++) {
                int first = at - (3 - before);
                if (met == (byte) (four >> (8 * before)) && isAt(four, first, from, to)) {
                    return start + first;
                }
            }
        }
        return -1;
    }

    private boolean isAt(int four, int first, long from, long to) {
        return first >= from - start && first <= to - start - 4 && buffer.getInt(first) == four;
    }

    /** A few bytes as ISO 8859-1 text, which keeps every byte. */
    public String text(long offset, int length) throws IOException, MalformedException {
        return new String(bytes(offset, length), StandardCharsets.ISO_8859_1);
    }

    /** A copy of a few bytes, at most {@link #CAPACITY}. */
    public byte[] bytes(long offset, int length) throws IOException, MalformedException {
        byte[] copy = new byte[length];
        if (length > 0) {
            buffer.get(locate(offset, length), copy);
        }
        return copy;
    }

    private int locate(long offset, int length) throws IOException, MalformedException {
        if (!has(offset, length)) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.HEADER_CUT_OFF,
                    offset,
                    Phrase.of("defects:any.header-cut-off")
                            .with("end", offset + length)
                            .with("length", maxSize),
                    "every format"));
        }
        return (int) (offset - start);
    }

    private boolean isNear(long offset) {
        return offset >= start && offset - end < CAPACITY;
    }

    /**
     * Moves the window to {@code offset}, where {@code needed} bytes must be and up to {@code wanted} are welcome; false
     * where the source ends before that.
     */
    private boolean load(long offset, int needed, int wanted) throws IOException, MalformedException {
        if (offset < 0 || offset > maxSize - needed) {
            return false;
        }
        long room = Math.min(maxSize - offset, BUDGET - bytesRead);
        if (room < needed) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    offset,
                    Phrase.of("defects:any.headers-too-long").with("read", bytesRead),
                    "bound BUDGET"));
        }
        int length = (int) Math.min(room, Math.min(CAPACITY, Math.max(needed, wanted)));
        // One byte more than the source should have: should it come, the source has grown.
        boolean beyond = length == maxSize - offset && length < CAPACITY;
        buffer.limit(beyond ? length + 1 : length).position(0);
        start = offset;
        end = offset;
        fill(length, needed);
        return end - start >= needed;
    }

    /** Reads until the length is reached or the source ends: what is in the window must not depend on short reads. */
    private void fill(int length, int needed) throws IOException, MalformedException {
        while (end - start < length) {
            int read = readAtEnd(end - start >= needed);
            if (read == 0) {
                return;
            }
            if (read < 0) {
                endsAt(end);
                return;
            }
            bytesRead += read;
            end += read;
            if (end > maxSize) {
                throw new SourceChangedException(
                        Phrase.of("source:grew").with("max", maxSize).toString());
            }
            minSize = Math.max(minSize, end);
        }
    }

    /** Reads some bytes; −1 where the source ends, 0 where it goes on out of reach and there are enough. */
    private int readAtEnd(boolean enough) throws IOException, MalformedException {
        try {
            return source.read(end, buffer);
        } catch (BytesUnavailableException e) {
            if (enough) {
                return 0;
            }
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.OUT_OF_REACH,
                    end,
                    Phrase.of("defects:any.unavailable").with("reason", String.valueOf(e.getMessage())),
                    "the source"));
        }
    }

    private void endsAt(long offset) throws SourceChangedException {
        if (offset < minSize) {
            throw new SourceChangedException(Phrase.of("source:shrank")
                    .with("count", minSize)
                    .with("bytes", offset)
                    .toString());
        }
        maxSize = Math.min(maxSize, offset);
    }
}
