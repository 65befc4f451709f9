package io.mediapreflight.probe.codec;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Writes what {@link PackedInput} reads. A value says neither what it is nor its name: both sides know the order. */
public final class PackedOutput {
    private static final int TYPICAL_BYTES = 256;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);

    /** With nothing in it yet. */
    public PackedOutput() {}

    /** Any {@code long}: seven bits a byte, lowest first; the high bit says that more follow (LEB128). */
    public void number(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    public void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    /** Any text: char by char as numbers, since no charset keeps a lone surrogate. */
    public void text(String value) {
        number(value.length());
        for (int i = 0; i < value.length(); i++) {
            number(value.charAt(i));
        }
    }

    /** A flag, and the value where there is one. */
    public <T> void optional(Optional<T> value, Part<T> part) {
        flag(value.isPresent());
        if (value.isPresent()) {
            part.write(value.get());
        }
    }

    /** How many there are, and each of them. */
    public <T> void list(List<T> values, Part<T> part) {
        number(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    /** What was written so far. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Writes a part of the whole. */
    @FunctionalInterface
    public interface Part<T> {
        void write(T value);
    }
}
