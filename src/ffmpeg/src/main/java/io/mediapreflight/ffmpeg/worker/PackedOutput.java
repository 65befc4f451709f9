package io.mediapreflight.ffmpeg.worker;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Writes what {@link PackedInput} reads. */
final class PackedOutput {
    private static final int TYPICAL_BYTES = 256;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);

    /** Seven bits a byte, lowest first; the high bit says that more follow (LEB128). */
    void number(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    /** Number by number, as no charset keeps a lone surrogate. */
    void text(String value) {
        number(value.length());
        for (int i = 0; i < value.length(); i++) {
            number(value.charAt(i));
        }
    }

    <T> void optional(Optional<T> value, Part<T> part) {
        flag(value.isPresent());
        if (value.isPresent()) {
            part.write(value.get());
        }
    }

    <T> void list(List<T> values, Part<T> part) {
        number(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Writes a part of the whole. */
    @FunctionalInterface
    interface Part<T> {
        void write(T value);
    }
}
