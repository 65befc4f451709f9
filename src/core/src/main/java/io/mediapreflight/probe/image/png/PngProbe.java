package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Reads PNG (ISO/IEC 15948, W3C PNG third edition) up to its first IDAT, and looks for IEND at its end. */
public final class PngProbe implements HeaderProbe {
    static final long SIGNATURE = 0x89504E47_0D0A1A0AL;
    static final int IHDR = 0x49484452;
    static final int PLTE = 0x504C5445;
    static final int IDAT = 0x49444154;
    static final int IEND = 0x49454E44;
    static final int EXIF = 0x65584966;
    static final int TRNS = 0x74524E53;
    static final int ACTL = 0x6163544C;
    static final int FCTL = 0x6663544C;
    static final int CGBI = 0x43674249;

    /** Chunks before the first IDAT. Real files have up to some dozens, mostly text; decoders read 50,000 as well. */
    static final int MAX_HEADER_CHUNKS = 65_536;

    private static final int FIRST_CHUNK = 8;
    private static final int IHDR_LENGTH = 13;
    private static final long AFTER_IHDR = FIRST_CHUNK + 12 + IHDR_LENGTH;
    private static final long MAX_31_BITS = 0x7FFF_FFFFL;

    @Override
    public boolean matches(Window window) throws IOException, MalformedException {
        return window.has(0, 8) && window.i64(0) == SIGNATURE;
    }

    @Override
    public Probed probe(Window window) throws IOException {
        try {
            checkHeader(window);
            long width = window.u32(FIRST_CHUNK + 8);
            long height = window.u32(FIRST_CHUNK + 12);
            int depth = window.u8(FIRST_CHUNK + 16);
            PngColour colour = PngColour.of(window.u8(FIRST_CHUNK + 17), depth, FIRST_CHUNK + 16);
            boolean interlaced = window.u8(FIRST_CHUNK + 20) == 1;
            PngChunks chunks = PngChunks.upToImageData(window, AFTER_IHDR, colour);
            List<Malformed> defects = new ArrayList<>(chunks.defects());
            Completeness completeness = PngEnd.find(window, chunks, defects);
            Optional<ExifOrientation> orientation = chunks.orientation();
            if (orientation.isEmpty()) {
                orientation = PngEnd.orientationBehindImageData(window, chunks);
            }
            ImageFacts facts = ImageFacts.builder()
                    .width(width)
                    .height(height)
                    .orientation(orientation)
                    .coding(interlaced ? "Deflate, interlaced" : "Deflate")
                    .components(colour.components())
                    .bitDepth(depth)
                    .alpha(colour.hasAlpha() || chunks.transparent())
                    .animated(chunks.frames().areSeveral())
                    .duration(chunks.frames().duration())
                    .build();
            return Probed.readable(Format.PNG, facts, completeness, defects);
        } catch (MalformedException e) {
            return Probed.malformed(Format.PNG, e.malformed());
        }
    }

    private static void checkHeader(Window window) throws IOException, MalformedException {
        int type = window.i32(FIRST_CHUNK + 4);
        if (type == CGBI) {
            throw broken(MalformedCode.APPLE_PNG, FIRST_CHUNK, Phrase.of("defects:png.apple"), "CgBI");
        }
        if (type != IHDR) {
            throw broken(MalformedCode.MISSING_IHDR, FIRST_CHUNK, Phrase.of("defects:png.no-ihdr"), "PNG 5.6");
        }
        long length = window.u32(FIRST_CHUNK);
        if (length != IHDR_LENGTH) {
            throw broken(
                    MalformedCode.CHUNK_LENGTH,
                    FIRST_CHUNK,
                    Phrase.of("defects:png.ihdr-length").with("length", length),
                    "PNG 11.2.1");
        }
        window.has(FIRST_CHUNK, 12 + IHDR_LENGTH);
        if (crc(window, FIRST_CHUNK + 4, 4 + IHDR_LENGTH) != window.u32(FIRST_CHUNK + 8 + IHDR_LENGTH)) {
            throw broken(
                    MalformedCode.CHECKSUM,
                    FIRST_CHUNK + 8 + IHDR_LENGTH,
                    Phrase.of("defects:png.ihdr-checksum"),
                    "PNG 5.3");
        }
        checkSide(window, FIRST_CHUNK + 8, "defects:png.width");
        checkSide(window, FIRST_CHUNK + 12, "defects:png.height");
        if (window.u8(FIRST_CHUNK + 18) != 0) {
            throw broken(
                    MalformedCode.CODING_METHOD,
                    FIRST_CHUNK + 18,
                    Phrase.of("defects:png.compression-method"),
                    "PNG 11.2.1");
        }
        if (window.u8(FIRST_CHUNK + 19) != 0) {
            throw broken(
                    MalformedCode.CODING_METHOD,
                    FIRST_CHUNK + 19,
                    Phrase.of("defects:png.filter-method"),
                    "PNG 11.2.1");
        }
        if (window.u8(FIRST_CHUNK + 20) > 1) {
            throw broken(
                    MalformedCode.CODING_METHOD,
                    FIRST_CHUNK + 20,
                    Phrase.of("defects:png.interlace-method"),
                    "PNG 11.2.1");
        }
    }

    private static void checkSide(Window window, long offset, String key) throws IOException, MalformedException {
        long pixels = window.u32(offset);
        if (pixels < 1 || pixels > MAX_31_BITS) {
            throw broken(
                    MalformedCode.DIMENSION_OUT_OF_RANGE, offset, Phrase.of(key).with("pixels", pixels), "PNG 11.2.1");
        }
    }

    /** The checksum of some bytes, as an unsigned number; {@code length} at most {@link Window#CAPACITY}. */
    static long crc(Window window, long offset, int length) throws IOException, MalformedException {
        CRC32 crc = new CRC32();
        crc.update(window.bytes(offset, length));
        return crc.getValue();
    }

    /** Made only where it is thrown: it costs more than the check. */
    private static MalformedException broken(MalformedCode code, long offset, Phrase what, String clause) {
        return new MalformedException(Malformed.broken(code, offset, what, clause));
    }
}
