package io.mediapreflight.ffmpeg.mutation;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A number in a header.
 *
 * @param where the path of its box, and its offset in it
 * @param offset in the file
 * @param bytes 1 to 4
 */
record Field(String where, int offset, int bytes) {
    long value(byte[] file) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | (file[offset + i] & 0xFF);
        }
        return value;
    }

    /** The file with another value. */
    Mutant with(byte[] file, long value) {
        byte[] changed = file.clone();
        write(changed, value);
        return new Mutant(where, value(file) + " to " + value, changed);
    }

    void write(byte[] file, long value) {
        byte[] wide = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        System.arraycopy(wide, Long.BYTES - bytes, file, offset, bytes);
    }

    /** Every other value that is worth a try: each bit turned, neighbours, multiples and the bounds of the type. */
    Set<Long> otherValues(byte[] file) {
        long now = value(file);
        long max = (1L << (8 * bytes)) - 1;
        Set<Long> values = new LinkedHashSet<>();
        for (int bit = 0; bit < 8 * bytes; bit++) {
            values.add(now ^ (1L << bit));
        }
        for (long value :
                new long[] {0, 1, 2, 3, 7, 8, now - 1, now + 1, now / 2, now * 2, now + 8, max, max - 1, max / 2 + 1}) {
            values.add(value & max);
        }
        values.remove(now);
        return values;
    }
}
