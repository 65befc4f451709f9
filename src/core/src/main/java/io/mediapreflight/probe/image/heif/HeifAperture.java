package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What {@code clap} leaves of an image (ISO/IEC 23008-12 6.5.9, ISO/IEC 14496-12 12.1.4). libheif and libavif crop, exiftool reports
 * the size before that, so the two are readings of the size.
 */
final class HeifAperture {
    private static final int CLAP = Box.code("clap");
    private static final int IROT = Box.code("irot");
    private static final int FRACTION = 8;
    private static final String CLAUSE = "ISO/IEC 23000-22 7.3.6.7";

    private HeifAperture() {}

    /**
     * In the sides of the image before it is turned; empty where nothing is cut off.
     *
     * @param defects where an aperture goes that does not fit the image: decoders refuse it, or pass over it
     */
    static Optional<PixelSize> of(Window window, List<Box> properties, HeifSize size, List<Malformed> defects)
            throws IOException, MalformedException {
        boolean turned = false;
        for (Box property : properties) {
            if (property.type() == IROT) {
                turned ^= (window.u8(property.field(0, 1)) & 1) == 1;
            } else if (property.type() == CLAP) {
                HeifSize shown = ofBox(window, property, turned ? size.turned() : size, defects);
                HeifSize stored = turned ? shown.turned() : shown;
                return shown.equals(HeifSize.NONE) || stored.equals(size)
                        ? Optional.empty()
                        : Optional.of(stored.exact());
            }
        }
        return Optional.empty();
    }

    private static HeifSize ofBox(Window window, Box clap, HeifSize size, List<Malformed> defects)
            throws IOException, MalformedException {
        long width = side(window, clap, 0, size.width());
        long height = side(window, clap, 1, size.height());
        if (width == 0 || height == 0) {
            defects.add(Malformed.tolerated(
                    MalformedCode.CANVAS_SIZE,
                    clap.start(),
                    Phrase.of("defects:heif.aperture").with("size", size.toString()),
                    CLAUSE));
            return HeifSize.NONE;
        }
        return new HeifSize(width, height);
    }

    /** Whole pixels that lie within the image; 0 for any other side. */
    private static long side(Window window, Box clap, int index, long stored) throws IOException, MalformedException {
        long at = clap.field(index * FRACTION, FRACTION);
        long offset = clap.field((index + 2) * FRACTION, FRACTION);
        long denominator = window.u32(at + 4);
        long pixels = denominator == 0 || window.u32(at) % denominator != 0 ? 0 : window.u32(at) / denominator;
        long parts = window.i32(offset + 4);
        if (pixels > stored || parts <= 0) {
            return 0;
        }
        // Off the centre by no more than half of what is cut off. Under 2^63, as parts are under 2^31 and sides under
        // 2^32.
        boolean isWithin = Math.abs(2L * window.i32(offset)) <= parts * (stored - pixels);
        return isWithin ? pixels : 0;
    }
}
