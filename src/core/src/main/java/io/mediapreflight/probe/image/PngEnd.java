package io.mediapreflight.probe.image;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.Optional;

/** Looks for IEND: at the very end first, and only where it is not there chunk by chunk. */
final class PngEnd {
    /** IEND's length, type and checksum, as two numbers: 4 + 8 bytes. It has no data, so it is always the same. */
    private static final long IEND_TYPE_AND_CRC = 0x49454E44_AE426082L;

    private static final int IEND_SIZE = 12;

    /** Hops from IDAT to IDAT. 10 MB in IDATs of 8 KiB, the smallest that is usual, are 1,280; each costs 16 bytes. */
    private static final int MAX_HOPS = 14_000;

    private static final int HOP = 16;
    private static final int TAIL = 512;
    private static final String EXIF_LETTERS = "eXIf";

    private PngEnd() {}

    static Completeness find(Window window, PngChunks chunks) throws IOException {
        try {
            return endsWithIend(window, chunks) ? Completeness.Whole.EXACT : walk(window, chunks.imageData());
        } catch (MalformedException e) {
            return new Completeness.Undecided(e.malformed().what());
        }
    }

    private static boolean endsWithIend(Window window, PngChunks chunks) throws IOException, MalformedException {
        if (window.knowsSize()) {
            long size = window.size().atLeast();
            long end = size - IEND_SIZE;
            long behindData = chunks.imageData() + (chunks.imageDataLength() == 0 ? 0 : 12 + chunks.imageDataLength());
            if (end >= behindData) {
                window.prefetch(Math.max(chunks.imageData(), size - TAIL), TAIL);
                return window.i32(end) == 0 && window.i64(end + 4) == IEND_TYPE_AND_CRC;
            }
        }
        return false;
    }

    private static Completeness walk(Window window, long from) throws IOException, MalformedException {
        long offset = from;
        for (int i = 0; i < MAX_HOPS; i++) {
            if (!window.exists(offset)) {
                long missing = offset + IEND_SIZE - window.size().atMost();
                return cutOff(MalformedCode.MISSING_END, missing, offset, "the file ends before IEND");
            }
            window.prefetch(offset, HOP);
            if (!window.has(offset, IEND_SIZE)) {
                long missing = offset + IEND_SIZE - window.size().atMost();
                return cutOff(MalformedCode.CHUNK_RUNS_PAST_END, missing, offset, "the file ends within a chunk");
            }
            int type = window.i32(offset + 4);
            if (!PngChunks.isName(type)) {
                return cutOff(
                        MalformedCode.NOT_A_CHUNK,
                        0,
                        offset,
                        "what should be a chunk has no chunk type, and IEND has not come");
            }
            long end = offset + IEND_SIZE + window.u32(offset);
            if (type == PngProbe.IEND && end != offset + IEND_SIZE) {
                return new Completeness.Undecided("IEND holds data, which it never does");
            }
            if (type == PngProbe.IEND) {
                return new Completeness.Whole(Math.max(0, window.size().atLeast() - end));
            }
            if (!window.exists(end - 1)) {
                long missing = end - window.size().atMost();
                return cutOff(
                        MalformedCode.CHUNK_RUNS_PAST_END, missing, offset, "a chunk runs past the end of the file");
            }
            offset = end;
        }
        return new Completeness.Undecided("IEND is not at the end, and not among the first " + MAX_HOPS + " chunks");
    }

    private static Completeness cutOff(MalformedCode code, long missing, long offset, String what) {
        return new Completeness.CutOff(missing, Malformed.broken(code, offset, what, "PNG 5.6"));
    }

    /**
     * An {@code eXIf} chunk may also stand behind the image data (PNG 11.3.4.5). Where it is among the last bytes, which
     * were read to find IEND, its checksum tells it from pixels.
     */
    static Optional<ExifOrientation> orientationBehindImageData(Window window, PngChunks chunks)
            throws IOException, MalformedException {
        if (!window.knowsSize()) {
            return Optional.empty();
        }
        long size = window.size().atLeast();
        long from = Math.max(chunks.imageData(), size - TAIL) + 4;
        // Looks at every fourth byte, and closer only where it could belong to the name.
        long end = window.holds(from - 4, (int) Math.max(0, size - from)) ? size - 2 * IEND_SIZE : from;
        for (long at = from + 3; at < end; at += 4) {
            int letter = EXIF_LETTERS.indexOf(window.u8(at));
            if (letter >= 0 && isExif(window, at - letter, size)) {
                return Exif.orientation(window, at - letter + 4, at - letter + 4 + window.u32(at - letter - 4));
            }
        }
        return Optional.empty();
    }

    /** Whether an {@code eXIf} chunk's type stands here: its length fits, and its checksum is right. */
    private static boolean isExif(Window window, long type, long size) throws IOException, MalformedException {
        if (!window.holds(type - 4, 8) || window.i32(type) != PngProbe.EXIF) {
            return false;
        }
        long length = window.u32(type - 4);
        return length <= size - IEND_SIZE - 8 - type
                && length < TAIL
                && window.holds(type, (int) length + 8)
                && PngProbe.crc(window, type, (int) length + 4) == window.u32(type + 4 + length);
    }
}
