package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The data of a grid item: rows, columns, and the size of what is made of the tiles (ISO/IEC 23008-12 6.6.2.3). */
record HeifGrid(long offset, int rows, int columns, HeifSize size) {
    private static final String CLAUSE = "ISO/IEC 23008-12 6.6.2.3";
    private static final int WIDE = 1;

    private static final int BYTES = 8;
    private static final int WIDE_BYTES = 12;

    static HeifGrid read(Window window, HeifLocations.Extent data) throws IOException, MalformedException {
        long offset = data.from();
        boolean wide = (window.u8(offset + 1) & WIDE) != 0;
        if (data.end() - offset < (wide ? WIDE_BYTES : BYTES)) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.BOX_TOO_SHORT,
                    offset,
                    Phrase.of("defects:heif.grid-short").with("bytes", data.end() - offset),
                    CLAUSE));
        }
        HeifSize size = wide
                ? new HeifSize(window.u32(offset + 4), window.u32(offset + 8))
                : new HeifSize(window.u16(offset + 4), window.u16(offset + 6));
        return new HeifGrid(offset, 1 + window.u8(offset + 2), 1 + window.u8(offset + 3), size);
    }

    /**
     * Decoders refuse a grid without all of its tiles, with tiles that do not cover it, or with another size than the item's.
     *
     * @param ispe the item's size, as its property has it
     * @param tile the size of the first tile
     */
    void check(HeifSize ispe, Optional<HeifSize> tile, int tiles, List<Malformed> defects) {
        if (tiles != rows * columns) {
            add(
                    defects,
                    MalformedCode.MISSING_IMAGE_DATA,
                    Phrase.of("defects:heif.grid-tiles")
                            .with("size", rows + "x" + columns)
                            .with("tiles", tiles));
        }
        if (!ispe.equals(HeifSize.NONE) && !ispe.equals(size)) {
            add(
                    defects,
                    MalformedCode.CANVAS_SIZE,
                    Phrase.of("defects:heif.grid-size")
                            .with("size", size.toString())
                            .with("ispe", ispe.toString()));
        }
        if (tile.isPresent()
                && (tile.get().width() * columns < size.width() || tile.get().height() * rows < size.height())) {
            add(
                    defects,
                    MalformedCode.CANVAS_SIZE,
                    Phrase.of("defects:heif.grid-cover")
                            .with("tile", tile.get().toString())
                            .with("size", size.toString()));
        }
    }

    private void add(List<Malformed> defects, MalformedCode code, Phrase what) {
        defects.add(Malformed.broken(code, offset, what, CLAUSE));
    }
}
