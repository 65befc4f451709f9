package io.mediapreflight.probe.bits;

import java.util.Arrays;

/** Reads bits, highest first, from bytes that were bounded before. What lies behind the end does not exist. */
public final class BitReader {
    /** More zeros in front would be a number of more than 32 bits (ITU-T H.264 9.1). */
    private static final int MAX_LEADING_ZEROS = 31;

    private final byte[] bytes;
    private long at;

    /** Of the bytes from one index up to another (exclusive). */
    public BitReader(byte[] bytes, int from, int to) {
        this.bytes = Arrays.copyOfRange(bytes, from, to);
    }

    /** A network abstraction layer unit without the bytes that keep start codes out of it (ITU-T H.264 7.4.1). */
    public static BitReader ofUnit(byte[] bytes, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        int zeros = 0;
        for (int i = from; i < to; i++) {
            if (zeros >= 2 && bytes[i] == 3) {
                zeros = 0;
            } else {
                zeros = bytes[i] == 0 ? zeros + 1 : 0;
                plain[length++] = bytes[i];
            }
        }
        return new BitReader(plain, 0, length);
    }

    /** An unsigned number of up to 32 bits. */
    public long bits(int count) throws EndOfBitsException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 1) | bit();
        }
        return value;
    }

    public int number(int count) throws EndOfBitsException {
        return (int) bits(count);
    }

    public boolean flag() throws EndOfBitsException {
        return bit() == 1;
    }

    public void skip(long count) throws EndOfBitsException {
        at = Math.addExact(at, count);
        if (at > 8L * bytes.length) {
            throw new EndOfBitsException();
        }
    }

    /** {@code ue(v)}. */
    public long unsigned() throws EndOfBitsException {
        int zeros = 0;
        while (bit() == 0) {
            if (++zeros > MAX_LEADING_ZEROS) {
                throw new EndOfBitsException();
            }
        }
        return (1L << zeros) - 1 + bits(zeros);
    }

    /** {@code ue(v)}, where more than so much makes no sense. */
    public int unsigned(int max) throws EndOfBitsException {
        long value = unsigned();
        if (value > max) {
            throw new EndOfBitsException();
        }
        return (int) value;
    }

    /** {@code se(v)}. */
    public long signed() throws EndOfBitsException {
        long code = unsigned();
        return code % 2 == 0 ? -(code / 2) : code / 2 + 1;
    }

    private int bit() throws EndOfBitsException {
        if (at >= 8L * bytes.length) {
            throw new EndOfBitsException();
        }
        int value = (bytes[(int) (at / 8)] >> (7 - at % 8)) & 1;
        at++;
        return value;
    }
}
