package io.mediapreflight.probe.image.png;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Exif;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Looks for IEND: among the chunks that lie in what was read anyway, then at the very end, and only where it is not there
 * chunk by chunk.
 */
final class PngEnd {
    /** What is read of a chunk that is hopped over. */
    static final int HOP = 16;

    /** IEND's length, type and checksum, as two numbers: 4 + 8 bytes. It has no data, so it is always the same. */
    private static final long IEND_TYPE_AND_CRC = 0x49454E44_AE426082L;

    private static final int IEND_SIZE = 12;

    /** Hops from chunk to chunk: 50,000 texts and 10,000 empty IDATs are legal. Each costs 16 bytes, together 1 MiB. */
    private static final int MAX_HOPS = 65_536;

    private static final int TAIL = 512;
    private static final String CLAUSE = "PNG 5.6";

    private final Window window;
    private final PngChunks chunks;
    private final List<Malformed> defects;
    private long offset;
    private int hops;
    private final PngOrder order = new PngOrder();

    private PngEnd(Window window, PngChunks chunks, List<Malformed> defects) {
        this.window = window;
        this.chunks = chunks;
        this.defects = defects;
        this.offset = chunks.imageData();
    }

    /** @param defects where what is wrong with the order of the chunks behind the first image data goes */
    static Completeness find(Window window, PngChunks chunks, List<Malformed> defects) throws IOException {
        try {
            return new PngEnd(window, chunks, defects).find();
        } catch (MalformedException e) {
            return new Completeness.Undecided(e.malformed());
        }
    }

    private Completeness find() throws IOException, MalformedException {
        boolean hasImageData = chunks.imageDataLength() > 0;
        Optional<Completeness> found = hasImageData ? walk(true) : Optional.empty();
        if (found.isPresent()) {
            return found.get();
        }
        if (endsWithIend()) {
            Optional<Completeness> walked = hasImageData ? walk(true) : found;
            // Lengths that lead past where IEND begins never come to it.
            if (walked.isPresent() || offset <= window.size().atLeast() - IEND_SIZE) {
                return walked.orElse(Completeness.Whole.EXACT);
            }
        }
        return walk(false)
                .orElseGet(() -> undecided(
                        MalformedCode.BOUND_REACHED,
                        Phrase.of("defects:png.iend-not-found").with("max", MAX_HOPS),
                        "bound MAX_HOPS"));
    }

    private boolean endsWithIend() throws IOException, MalformedException {
        if (window.knowsSize()) {
            long size = window.size().atLeast();
            long end = size - IEND_SIZE;
            if (end >= chunks.behindImageData()) {
                window.prefetch(Math.max(chunks.imageData(), size - TAIL), TAIL);
                return window.i32(end) == 0 && window.i64(end + 4) == IEND_TYPE_AND_CRC;
            }
        }
        return false;
    }

    /**
     * Goes on from chunk to chunk.
     *
     * @param held whether only as far as the window reaches
     * @return empty where the bound was reached, or the end of the window
     */
    private Optional<Completeness> walk(boolean held) throws IOException, MalformedException {
        while (hops < MAX_HOPS && (!held || window.holds(offset, IEND_SIZE))) {
            hops++;
            Optional<Completeness> end = atChunk(held);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private void add(Optional<Malformed> defect) {
        if (defect.isPresent()) {
            defects.add(defect.get());
        }
    }

    private Optional<Completeness> atChunk(boolean held) throws IOException, MalformedException {
        if (!held) {
            if (!window.exists(offset)) {
                return cutOff(MalformedCode.MISSING_END, IEND_SIZE, Phrase.of("defects:png.no-iend"));
            }
            window.prefetch(offset, HOP);
            if (!window.has(offset, IEND_SIZE)) {
                return cutOff(MalformedCode.CHUNK_RUNS_PAST_END, IEND_SIZE, Phrase.of("defects:png.ends-in-chunk"));
            }
        }
        int type = window.i32(offset + 4);
        if (!PngChunks.isName(type)) {
            return Optional.of(new Completeness.CutOff(
                    0,
                    Malformed.broken(
                            MalformedCode.NOT_A_CHUNK, offset, Phrase.of("defects:png.no-chunk-before-iend"), CLAUSE)));
        }
        long length = IEND_SIZE + window.u32(offset);
        if (type == PngProbe.IEND) {
            add(order.look(type, offset, 0));
            return Optional.of(
                    length == IEND_SIZE
                            ? new Completeness.Whole(Math.max(0, window.size().atLeast() - offset - length))
                            : undecided(
                                    MalformedCode.CHUNK_LENGTH, Phrase.of("defects:png.iend-length"), "PNG 11.2.4"));
        }
        look(type, length - IEND_SIZE);
        if (held ? offset + length > window.size().atMost() : !window.exists(offset + length - 1)) {
            return cutOff(MalformedCode.CHUNK_RUNS_PAST_END, length, Phrase.of("defects:png.chunk-past-end"));
        }
        offset += length;
        return Optional.empty();
    }

    /** Image data come in one run (PNG 5.6): libpng stops where the run ends, and then lacks rows. */
    private void look(int type, long length) throws IOException, MalformedException {
        add(order.look(type, offset, length));
        chunks.frames().look(window, type, offset + 8, length);
    }

    private Completeness undecided(MalformedCode code, Phrase what, String clause) {
        return new Completeness.Undecided(Malformed.undecided(code, offset, what, clause));
    }

    private Optional<Completeness> cutOff(MalformedCode code, long needed, Phrase what) {
        long missing = offset + needed - window.size().atMost();
        return Optional.of(new Completeness.CutOff(missing, Malformed.broken(code, offset, what, CLAUSE)));
    }

    /**
     * An {@code eXIf} chunk may also stand behind the image data (PNG 11.3.4.5). Where it is among the last bytes, which
     * were read to find IEND, its checksum distinguishes it from pixels.
     */
    static Optional<ExifOrientation> orientationBehindImageData(Window window, PngChunks chunks)
            throws IOException, MalformedException {
        long size = window.size().atLeast();
        if (!window.knowsSize() || chunks.imageData() > size) {
            return Optional.empty();
        }
        long from = Math.max(chunks.imageData(), size - TAIL) + 4;
        long end = window.holds(from - 4, (int) Math.max(0, size - from)) ? size - 2 * IEND_SIZE : from;
        for (long at = window.findHeld(PngProbe.EXIF, from, end); at >= 0; ) {
            if (isExif(window, at, size)) {
                return Exif.orientation(window, at + 4, at + 4 + window.u32(at - 4));
            }
            at = window.findHeld(PngProbe.EXIF, at + 4, end);
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
