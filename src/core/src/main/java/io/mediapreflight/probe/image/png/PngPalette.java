package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.text.Phrase;
import java.util.Optional;

/** What stands before the image data of the palette and of single transparent colours: PLTE and tRNS (PNG 11.2.2, 11.3.1.1). */
final class PngPalette {
    private static final int ENTRY = 3;
    private static final int MAX_ENTRIES = 256;

    private final PngColour colour;
    private boolean present;
    private int entries;

    PngPalette(PngColour colour) {
        this.colour = colour;
    }

    /**
     * Holds a PLTE to 1 to 256 entries of three bytes. Where the colours are indexed, no decoder shows the image without;
     * elsewhere it is a suggestion, and decoders pass over a wrong one.
     */
    Optional<Malformed> read(long chunk, long length) {
        boolean second = present;
        present = true;
        if (length % ENTRY != 0 || length < ENTRY || length > ENTRY * MAX_ENTRIES) {
            Phrase what = Phrase.of("defects:png.palette-length").with("length", length);
            return Optional.of(
                    colour.isIndexed()
                            ? Malformed.broken(MalformedCode.PALETTE_LENGTH, chunk, what, "PNG 11.2.2")
                            : Malformed.tolerated(MalformedCode.PALETTE_LENGTH, chunk, what, "PNG 11.2.2"));
        }
        entries = (int) length / ENTRY;
        return second
                ? Optional.of(Malformed.tolerated(
                        MalformedCode.DUPLICATE_PALETTE, chunk, Phrase.of("defects:png.second-palette"), "PNG 5.6"))
                : Optional.empty();
    }

    /** FFmpeg refuses a tRNS that does not fit the colours; libpng passes over it. */
    Optional<Malformed> readTransparency(long chunk, long length) {
        return colour.isTransparency(length, entries)
                ? Optional.empty()
                : Optional.of(Malformed.tolerated(
                        MalformedCode.TRANSPARENCY_LENGTH,
                        chunk,
                        Phrase.of("defects:png.transparency-length").with("length", length),
                        "PNG 11.3.1.1"));
    }

    Optional<Malformed> missing(long imageData) {
        return colour.isIndexed() && !present
                ? Optional.of(Malformed.broken(
                        MalformedCode.MISSING_PALETTE, imageData, Phrase.of("defects:png.no-palette"), "PNG 11.2.2"))
                : Optional.empty();
    }
}
