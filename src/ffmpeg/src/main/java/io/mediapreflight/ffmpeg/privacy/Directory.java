package io.mediapreflight.ffmpeg.privacy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One image file directory (TIFF 6.0 section 2). Reads an entry's value only when it is asked for, and no more of it than is of
 * use: thousands of entries may all claim the same 64 KiB.
 */
final class Directory {
    private static final int ENTRY = 12;
    private static final int INLINE = 4;

    /** A camera's directory has some dozens of entries, a maker note's up to two hundred. */
    private static final int MAX_ENTRIES = 1024;

    /** Names are shorter. */
    private static final int MAX_TEXT = 1024;

    private static final int LONG = 4;
    private static final int DIRECTORY = 13; // TIFF technical note 1
    private static final int RATIONAL = 5;
    private static final int RATIONAL_SIZE = 8;

    /** Bytes of one value of types 0 to 13. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /**
     * One entry.
     *
     * @param offset of the value, within the data
     * @param bytes of the value
     */
    private record Entry(int type, int offset, int bytes) {}

    private final ByteBuffer data;
    private final int base;
    private final Map<Integer, Entry> entries = new HashMap<>();

    /** The directory at an offset from the base; as much of it as there is. */
    Directory(byte[] data, ByteOrder order, int base, long offset) {
        this.data = ByteBuffer.wrap(data).order(order);
        this.base = base;
        long start = base + offset;
        if (start < 0 || start > data.length - 2L) {
            return;
        }
        int count = Math.min(this.data.getShort((int) start) & 0xFFFF, MAX_ENTRIES);
        for (int i = 0; i < count && start + 2 + (i + 1L) * ENTRY <= data.length; i++) {
            read((int) start + 2 + i * ENTRY);
        }
    }

    private void read(int at) {
        int tag = data.getShort(at) & 0xFFFF;
        int type = data.getShort(at + 2) & 0xFFFF;
        long bytes = type < SIZES.length ? (data.getInt(at + 4) & 0xFFFF_FFFFL) * SIZES[type] : 0;
        long offset = bytes <= INLINE ? at + 8L : base + (data.getInt(at + 8) & 0xFFFF_FFFFL);
        if (bytes > 0 && offset + bytes <= data.capacity()) {
            entries.putIfAbsent(tag, new Entry(type, (int) offset, (int) bytes));
        }
    }

    ByteOrder order() {
        return data.order();
    }

    Optional<String> text(int tag) {
        return bytes(tag).map(Text::of);
    }

    /** Windows writes these as UTF-16. */
    Optional<String> wideText(int tag) {
        return bytes(tag).map(bytes -> Text.of(bytes, StandardCharsets.UTF_16LE));
    }

    OptionalLong number(int tag) {
        Entry entry = entries.get(tag);
        return entry == null || (entry.type() != LONG && entry.type() != DIRECTORY)
                ? OptionalLong.empty()
                : OptionalLong.of(data.getInt(entry.offset()) & 0xFFFF_FFFFL);
    }

    /** Where a value that is a structure of its own begins in the data. */
    OptionalInt place(int tag) {
        Entry entry = entries.get(tag);
        return entry == null || entry.bytes() <= INLINE ? OptionalInt.empty() : OptionalInt.of(entry.offset());
    }

    /** Degrees, minutes and seconds (EXIF 2.32 4.6.6); not a number where they are not given. */
    double degrees(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() != RATIONAL || entry.bytes() < 3 * RATIONAL_SIZE) {
            return Double.NaN;
        }
        double sum = 0;
        double part = 1;
        for (int at = entry.offset(); at < entry.offset() + 3 * RATIONAL_SIZE; at += RATIONAL_SIZE) {
            long numerator = data.getInt(at) & 0xFFFF_FFFFL;
            long denominator = data.getInt(at + INLINE) & 0xFFFF_FFFFL;
            // Some write 0/0 for seconds that they do not have; degrees of 0/0 are none.
            if (denominator == 0 && (numerator != 0 || part == 1)) {
                return Double.NaN;
            }
            sum += numerator == 0 ? 0 : (double) numerator / denominator / part;
            part *= 60;
        }
        return sum;
    }

    private Optional<byte[]> bytes(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return Optional.empty();
        }
        byte[] value = new byte[Math.min(entry.bytes(), MAX_TEXT)];
        data.get(entry.offset(), value);
        return Optional.of(value);
    }
}
