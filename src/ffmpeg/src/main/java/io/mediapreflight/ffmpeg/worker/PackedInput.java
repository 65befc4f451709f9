package io.mediapreflight.ffmpeg.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link PackedOutput} wrote, and nothing else: every value has one spelling. Lengths are believed only as far
 * as there are bytes behind them: {@link Channel#MAX_BYTES} bounds every text and list, and so what is allocated.
 */
final class PackedInput {
    private static final int LAST_SHIFT = 63; // of the tenth byte, which holds one bit

    private final byte[] bytes;
    private final int end;
    private int at;

    PackedInput(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** Any {@code long}. */
    long number() throws ProtocolException {
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
        throw ProtocolException.garbled();
    }

    /** A number from {@code least} to {@code most}. */
    long number(long least, long most) throws ProtocolException {
        long value = number();
        require(value >= least && value <= most);
        return value;
    }

    int integer(int least) throws ProtocolException {
        return (int) number(least, Integer.MAX_VALUE);
    }

    boolean flag() throws ProtocolException {
        return number(0, 1) == 1;
    }

    String text() throws ProtocolException {
        char[] text = new char[count()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) number(0, Character.MAX_VALUE);
        }
        return new String(text);
    }

    <T> Optional<T> optional(Part<T> part) throws ProtocolException {
        return flag() ? Optional.of(part.read()) : Optional.empty();
    }

    <T> List<T> list(Part<T> part) throws ProtocolException {
        int count = count();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(part.read());
        }
        return List.copyOf(values);
    }

    static void require(boolean holds) throws ProtocolException {
        if (!holds) {
            throw ProtocolException.garbled();
        }
    }

    /** How many parts follow, each of which takes a byte at least. */
    private int count() throws ProtocolException {
        return (int) number(0, end - at);
    }

    private byte next() throws ProtocolException {
        require(at < end);
        return bytes[at++];
    }

    /** Reads a part of the whole. */
    @FunctionalInterface
    interface Part<T> {
        T read() throws ProtocolException;
    }
}
