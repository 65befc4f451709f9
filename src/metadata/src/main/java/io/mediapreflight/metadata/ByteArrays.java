package io.mediapreflight.metadata;

import java.util.Arrays;

/** Comparing and cutting arrays. */
final class ByteArrays {
    private ByteArrays() {}

    static boolean begins(byte[] bytes, byte[] prefix) {
        return begins(bytes, 0, prefix);
    }

    static boolean begins(byte[] bytes, int from, byte[] prefix) {
        return from <= bytes.length - prefix.length
                && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** What follows; nothing where that is beyond the end. */
    static byte[] from(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, Math.min(start, bytes.length), bytes.length);
    }

    /** The index of the first NUL from here on; −1 where there is none. */
    static int nul(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
