package io.mediapreflight.probe.image.webp;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** Steps through the chunks of a RIFF file (RFC 9649 2.3), whose first twelve bytes say how long it is. */
final class WebpChunks {
    static final String CLAUSE = "RFC 9649 2.3";

    /** Chunks looked at. An animation has one a frame, and each costs a read of 32 bytes: 64 KiB together. */
    private static final int MAX_CHUNKS = 2048;

    /** A chunk's header, and the header of a frame (RFC 9649 2.7.1.1). */
    private static final int READ = 32;

    private static final int HEADER = 8;
    private static final int FIRST = 12;

    private final Window window;
    private final long end;
    private long start;
    private long next = FIRST;
    private long length;
    private int count;

    WebpChunks(Window window) throws IOException, MalformedException {
        this.window = window;
        this.end = HEADER + window.u32LittleEndian(4);
    }

    /** Moves to the next chunk; false where there is none, the file ends before it, or the bound is reached. */
    boolean next() throws IOException, MalformedException {
        if (count >= MAX_CHUNKS || next > end - HEADER || !window.exists(next)) {
            return false;
        }
        start = next;
        count++;
        window.prefetch(start, count == 1 ? Window.CAPACITY : READ);
        if (!window.has(start, HEADER)) {
            return false;
        }
        length = window.u32LittleEndian(start + 4);
        if (length > end - start - HEADER) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.CHUNK_LENGTH,
                    start,
                    Phrase.of("defects:webp.chunk-length")
                            .with("length", length)
                            .with("left", end - start - HEADER),
                    CLAUSE));
        }
        next = start + HEADER + length + (length & 1);
        return true;
    }

    /** Whether every chunk was looked at. */
    boolean isAtEnd() {
        return next > end - HEADER;
    }

    /** Four letters as a number. */
    int type() throws IOException, MalformedException {
        return window.i32(start);
    }

    long start() {
        return start;
    }

    long body() {
        return start + HEADER;
    }

    long length() {
        return length;
    }

    Window window() {
        return window;
    }

    /** Three bytes, the lowest first, in the present chunk. */
    int u24(int offset) throws IOException, MalformedException {
        requireLength(offset + 3);
        return window.u16LittleEndian(body() + offset) | window.u8(body() + offset + 2) << 16;
    }

    void requireLength(int needed) throws MalformedException {
        if (length < needed) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.CHUNK_LENGTH,
                    start,
                    Phrase.of("defects:webp.chunk-short").with("length", length),
                    CLAUSE));
        }
    }

    Completeness completeness() throws IOException {
        if (window.exists(end - 1)) {
            return new Completeness.Whole(Math.max(0, window.size().atLeast() - end));
        }
        long missing = end - window.size().atMost();
        return new Completeness.CutOff(
                missing,
                Malformed.broken(
                        MalformedCode.CHUNK_RUNS_PAST_END,
                        4,
                        Phrase.of("defects:webp.riff-length").with("length", end - HEADER),
                        CLAUSE));
    }
}
