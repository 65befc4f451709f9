package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** A table of {@code stbl}: a full box with a count, and entries of one width. */
public final class Table {
    private static final int HEADER = 8;
    private static final int SIZES_HEADER = 12;
    private static final int NIBBLE = 4;
    private static final int NUMBER = 4;
    private static final int[] NONE = {};

    private final Box box;
    private final int version;
    private final long count;
    private final long first;
    private final int width;
    private final long size;
    private int[] numbers = NONE;

    private Table(Box box, int version, long count, long first, int width, long size) {
        this.box = box;
        this.version = version;
        this.count = count;
        this.first = first;
        this.width = width;
        this.size = size;
    }

    static Table read(Window window, Box box) throws IOException, MalformedException {
        int version = window.u8(box.field(0, HEADER));
        if (box.type() != Box.STSZ && box.type() != Box.STZ2) {
            return new Table(box, version, window.u32(box.body() + 4), box.body() + HEADER, width(box.type()), 0);
        }
        box.field(0, SIZES_HEADER);
        long size = window.u32(box.body() + 4);
        long count = window.u32(box.body() + HEADER);
        long first = box.body() + SIZES_HEADER;
        if (box.type() == Box.STSZ) {
            return new Table(box, version, count, first, size == 0 ? 4 : 0, size);
        }
        int bits = (int) (size & 0xFF);
        if (bits != NIBBLE && bits != 8 && bits != 16) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.SAMPLE_SIZE_FIELD,
                    box.start(),
                    Phrase.of("defects:table.size-bits").with("bits", bits),
                    "ISO/IEC 14496-12 8.7.3.3"));
        }
        return new Table(box, version, count, first, bits / 8, 0);
    }

    private static int width(int type) {
        if (type == Box.STSC) {
            return 12;
        }
        return type == Box.STCO || type == Box.STSS ? 4 : 8;
    }

    Box box() {
        return box;
    }

    /** How many entries it claims, which need not be there. */
    long count() {
        return count;
    }

    /** Where its first entry stands. */
    long first() {
        return first;
    }

    /**
     * Bytes of an entry; 0 where the count needs none, as in an {@code stsz} of equal sizes, and for the half bytes of an
     * {@code stz2}, whose entries are then not looked at.
     */
    int width() {
        return width;
    }

    /** The size that all samples have, in an {@code stsz}; 0 where each has its own. */
    long size() {
        return size;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether there are entries to be looked at. */
    boolean hasEntries() {
        return count > 0 && fits();
    }

    /** Where an entry stands. */
    long at(long index) {
        return first + index * width;
    }

    /** Whether all of its entries are in the window, so that looking at them costs no read. */
    boolean isIn(Window window) {
        return width > 0 && count <= Window.CAPACITY / width && window.holds(first, (int) count * width);
    }

    /** The size of the first sample, in a table of sizes; negative where it is not in the window. */
    long firstSize(Window window) throws IOException, MalformedException {
        if (size > 0) {
            return size;
        }
        if (!hasEntries() || !window.holds(first, Math.max(1, width))) {
            return -1;
        }
        return switch (width) {
            case 0 -> window.u8(first) >> NIBBLE;
            case 1 -> window.u8(first);
            case 2 -> window.u16(first);
            default -> window.u32(first);
        };
    }

    /** Moves the window, where it does not reach so far, to the last bytes of the table and to what stands behind it. */
    void showEnd(Window window, int tail) throws IOException, MalformedException {
        long end = box.end();
        long from = Math.max(box.start(), end - tail);
        if (!window.holds(from, (int) (end - from))) {
            window.prefetch(from, Window.CAPACITY);
        }
    }

    /**
     * All of its entries as numbers of 32 bits, which are copied once and must not be changed; none where they are not all in
     * the window, or have no such width.
     */
    int[] numbers(Window window) {
        if (numbers.length == 0 && width % NUMBER == 0 && isIn(window)) {
            numbers = window.heldNumbers(first, (int) count * width / NUMBER);
        }
        return numbers;
    }

    /** Whether one of the numbers that were copied is 0. */
    boolean hasZero() {
        for (int number : numbers) {
            if (number == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the entries that it claims have room in it. */
    boolean fits() {
        long room = box.end() - first;
        boolean isHalfBytes = box.type() == Box.STZ2 && width == 0;
        return isHalfBytes ? (count + 1) / 2 <= room : count * width <= room;
    }

    /** Whether something is wrong with it by itself. */
    boolean isDefective() {
        return !isOfKnownVersion() || !fits();
    }

    /** What that is. */
    Malformed defect() {
        return isOfKnownVersion()
                ? Malformed.broken(
                        MalformedCode.TABLE_RUNS_PAST_BOX,
                        box.start(),
                        Phrase.of("defects:table.entries")
                                .with("box", Box.name(box.type()))
                                .with("count", count),
                        "ISO/IEC 14496-12 8.5.1")
                : Box.unknownVersion(box, version);
    }

    private boolean isOfKnownVersion() {
        return version <= (box.type() == Box.CTTS ? 1 : 0);
    }
}
