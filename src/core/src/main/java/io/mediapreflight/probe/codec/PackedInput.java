package io.mediapreflight.probe.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads what {@link PackedOutput} wrote, and nothing else: every value has one spelling. Lengths are believed only as far
 * as there are bytes behind them, so a bound for the bytes bounds every text and list, and what is allocated.
 */
public final class PackedInput {
    private static final int LAST_SHIFT = 63; // of the tenth byte, which holds one bit

    private final byte[] bytes;
    private final int end;
    private int at;

    /** The bytes before {@code end}, which are not copied. */
    public PackedInput(byte[] bytes, int end) {
        Objects.checkFromToIndex(0, end, bytes.length);
        this.bytes = bytes;
        this.end = end;
    }

    public boolean isAtEnd() {
        return at == end;
    }

    /** Any {@code long}. */
    public long number() throws CorruptEncodingException {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            byte next = next();
            long bits = next & 0x7F;
            require(shift < LAST_SHIFT || bits <= 1);
            value |= bits << shift;
            if (next >= 0) {
                require(bits != 0 || shift == 0);
                return value;
            }
        }
        throw new CorruptEncodingException();
    }

    /** A number from {@code least} to {@code most}. */
    public long number(long least, long most) throws CorruptEncodingException {
        long value = number();
        require(value >= least && value <= most);
        return value;
    }

    /** A number from {@code least} to the largest {@code int}. */
    public int integer(int least) throws CorruptEncodingException {
        return (int) number(least, Integer.MAX_VALUE);
    }

    public boolean flag() throws CorruptEncodingException {
        return number(0, 1) == 1;
    }

    public String text() throws CorruptEncodingException {
        char[] text = new char[count()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) number(0, Character.MAX_VALUE);
        }
        return new String(text);
    }

    public <T> Optional<T> optional(Part<T> part) throws CorruptEncodingException {
        return flag() ? Optional.of(part.read()) : Optional.empty();
    }

    /** As many as there are; each has to take a byte at least. */
    public <T> List<T> list(Part<T> part) throws CorruptEncodingException {
        int count = count();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(part.read());
        }
        return List.copyOf(values);
    }

    /**
     * Holds what was read to a promise.
     *
     * @throws CorruptEncodingException where it is not kept
     */
    public static void require(boolean holds) throws CorruptEncodingException {
        if (!holds) {
            throw new CorruptEncodingException();
        }
    }

    /** How many parts follow, each of which takes a byte at least. */
    private int count() throws CorruptEncodingException {
        return (int) number(0, end - at);
    }

    private byte next() throws CorruptEncodingException {
        require(at < end);
        return bytes[at++];
    }

    /** Reads a part of the whole. */
    @FunctionalInterface
    public interface Part<T> {
        T read() throws CorruptEncodingException;
    }
}
