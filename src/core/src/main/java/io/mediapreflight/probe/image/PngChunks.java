package io.mediapreflight.probe.image;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What stands between IHDR and the first IDAT.
 *
 * @param orientation of an {@code eXIf} chunk
 * @param animated whether there is an {@code acTL} chunk
 * @param imageData where the first IDAT begins, at its length; where the file ends before it, that place
 * @param defects what is wrong there
 */
record PngChunks(Optional<ExifOrientation> orientation, boolean animated, long imageData, List<Malformed> defects) {
    private static final long MAX_LENGTH = 0x7FFF_FFFFL;

    static PngChunks upToImageData(Window window, long from) throws IOException, MalformedException {
        Optional<ExifOrientation> orientation = Optional.empty();
        boolean animated = false;
        long offset = from;
        for (int i = 0; i < PngProbe.MAX_HEADER_CHUNKS; i++) {
            if (!window.has(offset, 8)) {
                return new PngChunks(orientation, animated, offset, List.of());
            }
            long length = window.u32(offset);
            int type = window.i32(offset + 4);
            if (type == PngProbe.IDAT) {
                return new PngChunks(orientation, animated, offset, List.of());
            }
            if (type == PngProbe.IEND || !isName(type) || length > MAX_LENGTH) {
                return new PngChunks(orientation, animated, offset, List.of(noImageData(offset, type, length)));
            }
            if (type == PngProbe.EXIF) {
                orientation = Exif.orientation(window, offset + 8, offset + 8 + length);
            }
            animated |= type == PngProbe.ACTL;
            offset += 12 + length;
        }
        throw new MalformedException(Malformed.undecided(
                offset,
                "more than " + PngProbe.MAX_HEADER_CHUNKS + " chunks stand before the first IDAT",
                "bound MAX_HEADER_CHUNKS"));
    }

    /** A chunk's type is four ASCII letters (PNG 5.3). */
    static boolean isName(int type) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = (type >> shift) & 0xDF;
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static Malformed noImageData(long offset, int type, long length) {
        if (type == PngProbe.IEND) {
            return Malformed.broken(offset, "IEND comes before any IDAT", "PNG 5.6");
        }
        return isName(type)
                ? Malformed.broken(offset, "a chunk is " + length + " bytes long, over 2^31-1", "PNG 5.3")
                : Malformed.broken(offset, "what should be a chunk has no chunk type", "PNG 5.3");
    }
}
