package io.mediapreflight.probe.bits;

/** Reads bits, highest first, from bytes that were bounded before. What lies behind the end does not exist. */
public final class BitReader {
    /** More zeros in front would be a number of more than 32 bits (ITU-T H.264 9.1). */
    private static final int MAX_LEADING_ZEROS = 31;

    private final byte[] bytes;
    private final long end;
    private long at;

    /** Of the bytes from one index up to another (exclusive), read where they are: they must not change. */
    public BitReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = 8L * from;
        this.end = 8L * to;
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
        if (count == 0) {
            return 0;
        }
        long value = ahead() >>> (Long.SIZE - count);
        skip(count);
        return value;
    }

    public int number(int count) throws EndOfBitsException {
        return (int) bits(count);
    }

    public boolean flag() throws EndOfBitsException {
        if (at == end) {
            throw new EndOfBitsException();
        }
        boolean isSet = ((bytes[(int) (at / 8)] >> (7 - at % 8)) & 1) == 1;
        at++;
        return isSet;
    }

    public void skip(long count) throws EndOfBitsException {
        if (count > end - at) {
            throw new EndOfBitsException();
        }
        at += count;
    }

    /** {@code ue(v)}. */
    public long unsigned() throws EndOfBitsException {
        int zeros = Long.numberOfLeadingZeros(ahead());
        if (zeros > MAX_LEADING_ZEROS) {
            throw new EndOfBitsException();
        }
        skip(zeros + 1L);
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

    /** The next 57 bits at the top of 64, of which those behind the end are 0. */
    private long ahead() {
        int from = (int) (at / 8);
        int to = (int) Math.min(from + 8L, end / 8);
        long value = 0;
        for (int i = from; i < to; i++) {
            value |= (bytes[i] & 0xFFL) << (56 - 8 * (i - from));
        }
        return value << (at % 8);
    }
}
