package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the data of items lie: {@code iloc} (ISO/IEC 14496-12 8.11.3).
 *
 * @param dataEnd behind the last byte of all items whose data lie in the file at large
 * @param first where the data of the item that was asked for begin, and its first part ends; empty where it has none in this file
 * @param isExternal whether they lie in another file
 */
record HeifLocations(long dataEnd, Optional<Extent> first, boolean isExternal) {
    private static final int IN_FILE = 0;
    private static final int IN_IDAT = 1;

    /** A part of an item's data, with its end excluded. */
    record Extent(long from, long end) {}

    static HeifLocations read(Window window, HeifMeta meta, long item) throws IOException, MalformedException {
        Box iloc = meta.box(HeifMeta.ILOC).orElseThrow(() -> HeifItems.missing(HeifMeta.ILOC));
        return new Walk(new HeifCursor(window, iloc), iloc, meta.box(HeifMeta.IDAT), item).read();
    }

    /** One walk over the table. */
    private static final class Walk {
        private final HeifCursor table;
        private final Box iloc;
        private final Optional<Box> idat;
        private final long item;
        private final int offsetBytes;
        private final int lengthBytes;
        private final int baseBytes;
        private final int indexBytes;
        private long total;
        private long dataEnd;
        private Optional<Extent> first = Optional.empty();
        private boolean external;

        Walk(HeifCursor table, Box iloc, Optional<Box> idat, long item) throws IOException, MalformedException {
            this.table = table;
            this.iloc = iloc;
            this.idat = idat;
            this.item = item;
            int sizes = table.u16();
            offsetBytes = sizes >> 12;
            lengthBytes = sizes >> 8 & 0xF;
            baseBytes = sizes >> 4 & 0xF;
            indexBytes = table.version() > 0 ? sizes & 0xF : 0;
        }

        HeifLocations read() throws IOException, MalformedException {
            long count = table.id(2);
            HeifItems.requireFewer(count, iloc);
            for (long i = 0; i < count; i++) {
                readItem();
            }
            return new HeifLocations(dataEnd, first, external);
        }

        private void readItem() throws IOException, MalformedException {
            boolean asked = table.id(2) == item;
            int method = table.version() > 0 ? table.u16() & 0xF : IN_FILE;
            int reference = table.u16();
            long base = table.number(baseBytes);
            int extents = table.u16();
            total += 1 + extents;
            HeifItems.requireFewer(total, iloc);
            for (int i = 0; i < extents; i++) {
                table.number(indexBytes);
                long offset = Math.addExact(base, table.number(offsetBytes));
                long end = Math.addExact(offset, table.number(lengthBytes));
                if (reference == 0) {
                    readExtent(method, offset, end, asked && i == 0);
                }
            }
            external |= asked && reference != 0;
        }

        private void readExtent(int method, long offset, long end, boolean asked) throws MalformedException {
            if (method == IN_FILE) {
                dataEnd = Math.max(dataEnd, end);
                first = asked ? Optional.of(new Extent(offset, end)) : first;
            } else if (method == IN_IDAT) {
                Box box = idat.orElseThrow(() -> HeifItems.missing(HeifMeta.IDAT));
                if (end > box.end() - box.body()) {
                    throw new MalformedException(Malformed.broken(
                            MalformedCode.SAMPLES_BEHIND_END,
                            iloc.start(),
                            Phrase.of("defects:heif.item-past-idat"),
                            HeifProbe.CLAUSE));
                }
                first = asked ? Optional.of(new Extent(box.body() + offset, box.body() + end)) : first;
            }
        }
    }
}
