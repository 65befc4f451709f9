package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.text.Phrase;
import java.util.List;

/** The colour types of PNG 11.2.1 and the bit depths each allows. */
enum PngColour {
    GREYSCALE(0, 1, List.of(1, 2, 4, 8, 16)),
    TRUECOLOUR(2, 3, List.of(8, 16)),
    INDEXED(3, 1, List.of(1, 2, 4, 8)),
    GREYSCALE_ALPHA(4, 2, List.of(8, 16)),
    TRUECOLOUR_ALPHA(6, 4, List.of(8, 16));

    private static final List<PngColour> ALL = List.of(values());

    private final int type;
    private final int components;
    private final List<Integer> depths;

    PngColour(int type, int components, List<Integer> depths) {
        this.type = type;
        this.components = components;
        this.depths = depths;
    }

    static PngColour of(int type, int depth, long offset) throws MalformedException {
        for (PngColour colour : ALL) {
            if (colour.type == type && colour.depths.contains(depth)) {
                return colour;
            }
        }
        throw new MalformedException(Malformed.broken(
                MalformedCode.COLOUR_TYPE,
                offset,
                Phrase.of("defects:png.colour-type").with("type", type).with("depth", depth),
                "PNG 11.2.1"));
    }

    boolean isIndexed() {
        return this == INDEXED;
    }

    /** How long a {@code tRNS} chunk is: a sample for each colour, or for a palette up to a byte for each entry. */
    boolean isTransparency(long length, int paletteEntries) {
        return switch (this) {
            case GREYSCALE -> length == 2;
            case TRUECOLOUR -> length == 6;
            case INDEXED -> length >= 1 && length <= paletteEntries;
            case GREYSCALE_ALPHA, TRUECOLOUR_ALPHA -> false;
        };
    }

    /** Whether each pixel has a sample of its own for alpha. */
    boolean hasAlpha() {
        return this == GREYSCALE_ALPHA || this == TRUECOLOUR_ALPHA;
    }

    int components() {
        return components;
    }
}
