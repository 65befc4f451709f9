package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Exif;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands between IHDR and the image data.
 *
 * @param orientation of an {@code eXIf} chunk
 * @param frames of an animation
 * @param transparent whether there is a {@code tRNS} chunk
 * @param imageData where the first IDAT that is not empty begins, at its length; where there is none, where the chunks end
 * @param imageDataLength what that IDAT says of its length; 0 where there is none
 * @param defects what is wrong there
 */
record PngChunks(
        Optional<ExifOrientation> orientation,
        ApngFrames frames,
        boolean transparent,
        long imageData,
        long imageDataLength,
        List<Malformed> defects) {

    static PngChunks upToImageData(Window window, long from, PngColour colour) throws IOException, MalformedException {
        return new Walk(window, from, colour).toImageData();
    }

    /** Behind the first IDAT that is not empty; where there is none, where the chunks end. */
    long behindImageData() {
        return imageData + (imageDataLength == 0 ? 0 : 12 + imageDataLength);
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

    /** One walk from chunk to chunk. */
    private static final class Walk {
        private static final long MAX_LENGTH = 0x7FFF_FFFFL;

        /** The chunks behind which the next 4 KiB may be read; behind each later one that is not small, its header alone. */
        private static final int GENEROUS_HOPS = 256;

        private static final int SMALL_CHUNK = 64;

        private final Window window;
        private final PngPalette palette;
        private final List<Malformed> defects = new ArrayList<>(0);
        private long offset;
        private Optional<ExifOrientation> orientation = Optional.empty();
        private final ApngFrames frames = new ApngFrames();
        private boolean transparent;

        Walk(Window window, long from, PngColour colour) {
            this.window = window;
            this.offset = from;
            this.palette = new PngPalette(colour);
        }

        PngChunks toImageData() throws IOException, MalformedException {
            for (int i = 0; i < PngProbe.MAX_HEADER_CHUNKS; i++) {
                if (!window.has(offset, 8)) {
                    return ended(0);
                }
                long length = window.u32(offset);
                int type = window.i32(offset + 4);
                Optional<Malformed> defect = defect(type, length);
                if (defect.isPresent()) {
                    defects.add(defect.get());
                    return ended(0);
                }
                if (type == PngProbe.IDAT && length > 0) {
                    add(PngOrder.compression(window, offset, length));
                    return ended(length);
                }
                look(type, length);
                offset += 12 + length;
                if (i >= GENEROUS_HOPS && length > SMALL_CHUNK) {
                    window.prefetch(offset, PngEnd.HOP);
                }
            }
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    offset,
                    Phrase.of("defects:png.too-many-chunks").with("max", PngProbe.MAX_HEADER_CHUNKS),
                    "bound MAX_HEADER_CHUNKS"));
        }

        private void look(int type, long length) throws IOException, MalformedException {
            if (type == PngProbe.EXIF) {
                orientation = Exif.orientation(window, offset + 8, offset + 8 + length);
            } else if (type == PngProbe.PLTE) {
                add(palette.read(offset, length));
            } else if (type == PngProbe.TRNS) {
                add(palette.readTransparency(offset, length));
                transparent = true;
            }
            frames.look(window, type, offset + 8, length);
            PngOrder.unknown(type, offset).ifPresent(this::addOnce);
        }

        private void add(Optional<Malformed> defect) {
            if (defect.isPresent()) {
                defects.add(defect.get());
            }
        }

        private void addOnce(Malformed defect) {
            if (defects.stream().noneMatch(other -> other.code() == defect.code())) {
                defects.add(defect);
            }
        }

        private Optional<Malformed> defect(int type, long length) {
            if (!isName(type)) {
                return broken(MalformedCode.NOT_A_CHUNK, Phrase.of("defects:png.no-chunk-type"), "PNG 5.3");
            }
            if (length > MAX_LENGTH) {
                return broken(
                        MalformedCode.CHUNK_LENGTH,
                        Phrase.of("defects:png.chunk-length").with("length", length),
                        "PNG 5.3");
            }
            return switch (type) {
                case PngProbe.IEND ->
                    broken(MalformedCode.MISSING_IMAGE_DATA, Phrase.of("defects:png.iend-before-data"), "PNG 5.6");
                case PngProbe.IHDR ->
                    broken(MalformedCode.DUPLICATE_IHDR, Phrase.of("defects:png.second-ihdr"), "PNG 5.6");
                case PngProbe.IDAT -> palette.missing(offset);
                default -> Optional.empty();
            };
        }

        private Optional<Malformed> broken(MalformedCode code, Phrase what, String clause) {
            return Optional.of(Malformed.broken(code, offset, what, clause));
        }

        private PngChunks ended(long length) {
            return new PngChunks(orientation, frames, transparent, offset, length, defects);
        }
    }
}
