package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/** What the order of chunks and the first bytes of the image data show, without a read of their own (PNG 5.4, 5.6 and 10.1). */
final class PngOrder {
    /** The bit of a chunk's first letter that lets decoders skip it. */
    private static final int ANCILLARY = 0x2000_0000;

    /** The least that a zlib stream has: its header, a block and a checksum (RFC 1950 2.2). */
    private static final int MIN_STREAM = 8;

    private static final int DEFLATE = 8;
    private static final int MAX_WINDOW = 7;
    private static final int DICTIONARY = 0x20;
    private static final int CHECK = 31;
    private static final int NO_BLOCK = 3;

    private long imageBytes;
    private boolean behindData;
    private boolean reported;
    private boolean unknown;

    /** A chunk behind which, or in which, the first image data stand. */
    Optional<Malformed> look(int type, long offset, long length) {
        if (type == PngProbe.IDAT) {
            if (behindData && !reported) {
                reported = true;
                return broken(
                        MalformedCode.INTERRUPTED_IMAGE_DATA, offset, Phrase.of("defects:png.interrupted"), "PNG 5.6");
            }
            imageBytes = Math.addExact(imageBytes, length);
            return Optional.empty();
        }
        boolean isFirstBehind = !behindData;
        behindData = true;
        if (isFirstBehind && imageBytes < MIN_STREAM) {
            return broken(
                    MalformedCode.MISSING_IMAGE_DATA,
                    offset,
                    Phrase.of("defects:png.too-few-data").with("bytes", imageBytes),
                    "PNG 10.1");
        }
        Optional<Malformed> defect = unknown ? Optional.empty() : unknown(type, offset);
        unknown |= defect.isPresent();
        return defect;
    }

    /** libpng stops at a critical chunk that it does not know, FFmpeg and Java pass over it. */
    static Optional<Malformed> unknown(int type, long offset) {
        boolean isKnown = (type & ANCILLARY) != 0
                || type == PngProbe.IHDR
                || type == PngProbe.PLTE
                || type == PngProbe.IDAT
                || type == PngProbe.IEND;
        return isKnown
                ? Optional.empty()
                : Optional.of(Malformed.tolerated(
                        MalformedCode.UNKNOWN_CRITICAL_CHUNK,
                        offset,
                        Phrase.of("defects:png.unknown-critical"),
                        "PNG 5.4"));
    }

    /** How the first image data begin: as a zlib stream without a dictionary, and with a block (RFC 1950 2.2, RFC 1951 3.2.3). */
    static Optional<Malformed> compression(Window window, long chunk, long length)
            throws IOException, MalformedException {
        long at = chunk + 8;
        if (length < 3 || !window.holds(at, 3)) {
            return Optional.empty();
        }
        int header = window.u16(at);
        int method = header >> 8;
        boolean isStream = header % CHECK == 0
                && (method & 0xF) == DEFLATE
                && method >> 4 <= MAX_WINDOW
                && (header & DICTIONARY) == 0
                && (window.u8(at + 2) >> 1 & NO_BLOCK) != NO_BLOCK;
        return isStream
                ? Optional.empty()
                : broken(MalformedCode.IMAGE_DATA_START, at, Phrase.of("defects:png.data-start"), "PNG 10.1");
    }

    private static Optional<Malformed> broken(MalformedCode code, long offset, Phrase what, String clause) {
        return Optional.of(Malformed.broken(code, offset, what, clause));
    }
}
