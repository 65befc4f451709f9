package io.mediapreflight.probe.image;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;

/**
 * Looks for the end of the image: at the very end of the file, else within its last 64 KiB, else where the metadata say
 * that the picture ends and something else begins (a multi-picture file, a motion photo).
 *
 * <p>Entropy-coded data hold an FF only before 00 or a restart marker (T.81 B.1.1.5), so an FF D9 among them is the end.
 */
final class JpegEnd {
    /** How far before the end of the file EOI is looked for. */
    static final int TAIL = 65_536;

    /** Segments between the frame and the first scan: tables, mostly one to eight. */
    private static final int MAX_TABLES = 1024;

    /** One byte in 256 of a picture is an FF and has a 0 stuffed behind it; a smooth picture may have a tenth of that. */
    private static final int BYTES_PER_STUFFED = 4096;

    private static final int EOI = 0xFF00 | JpegMarker.EOI;
    private static final String CLAUSE = "T.81 B.2.1";

    private final Window window;
    private final JpegSegments segments;
    private final long size;

    private JpegEnd(Window window, JpegSegments segments) {
        this.window = window;
        this.segments = segments;
        this.size = window.size().atLeast();
    }

    static Completeness find(Window window, JpegSegments segments) throws IOException {
        if (!window.knowsSize()) {
            return new Completeness.Undecided("the size is not known, so its end cannot be looked at");
        }
        try {
            return new JpegEnd(window, segments).find();
        } catch (MalformedException e) {
            return new Completeness.Undecided(e.malformed().what());
        }
    }

    private Completeness find() throws IOException, MalformedException {
        long last = size - 2;
        if (last >= segments.frame()) {
            int tail = (int) Math.min(Window.HOP, size - segments.frame());
            window.prefetch(size - tail, tail);
            if (window.u16(last) == EOI) {
                return Completeness.Whole.EXACT;
            }
        }
        long scan = firstScan();
        if (scan >= size) {
            return cutOff(MalformedCode.MISSING_SCAN, "the file ends before the first scan");
        }
        return behind(scan);
    }

    private Completeness behind(long scan) throws IOException, MalformedException {
        long from = Math.max(scan, size - TAIL);
        Tail tail = Tail.read(window, from, size);
        if (tail.lastEoi >= 0) {
            return new Completeness.Whole(size - tail.lastEoi - 2);
        }
        for (long end : JpegTrailer.ends(window, segments, size)) {
            if (end - 2 >= scan && end < size && window.u16(end - 2) == EOI) {
                return new Completeness.Whole(size - end);
            }
        }
        if (from == scan || tail.looksEntropyCoded()) {
            return cutOff(
                    MalformedCode.MISSING_END,
                    "the file ends in the middle of the picture, without an end-of-image marker");
        }
        return new Completeness.Undecided("there is no end-of-image marker among the last " + TAIL
                + " bytes, and what stands there does not look like a picture");
    }

    private Completeness cutOff(MalformedCode code, String what) {
        return new Completeness.CutOff(0, Malformed.broken(code, size, what, CLAUSE));
    }

    /** Where the first scan begins: an EOI is looked for only behind it, since one before it is in a table or thumbnail. */
    private long firstScan() throws IOException, MalformedException {
        long offset = segments.frame() + window.u16(segments.frame());
        for (int i = 0; i < MAX_TABLES; i++) {
            if (!window.exists(offset + 3)) {
                return size;
            }
            int code = window.u8(offset) == 0xFF ? window.u8(offset + 1) : 0xFF;
            if (code == JpegMarker.SOS) {
                return offset;
            }
            boolean fill = code == 0xFF;
            offset += fill ? 1 : JpegMarker.isStandalone(code) ? 2 : 2 + Math.max(2, window.u16(offset + 2));
        }
        return offset;
    }

    /** What the last bytes of a file look like. */
    private static final class Tail {
        private long lastEoi = -1;
        private int stuffed;
        private boolean foreign;

        static Tail read(Window window, long from, long size) throws IOException, MalformedException {
            Tail tail = new Tail();
            int previous = 0;
            for (long chunk = from; chunk < size; chunk += Window.CAPACITY) {
                int length = (int) Math.min(Window.CAPACITY, size - chunk);
                window.prefetch(chunk, length);
                for (long offset = chunk; offset < chunk + length; offset++) {
                    int value = window.u8(offset);
                    if (previous == 0xFF) {
                        tail.pair(value, offset - 1);
                    }
                    previous = value;
                }
            }
            return tail;
        }

        private void pair(int code, long offset) {
            if (code == JpegMarker.EOI) {
                lastEoi = offset;
            } else if (code == 0) {
                stuffed++;
            } else if (code != 0xFF && !JpegMarker.isRestart(code)) {
                foreign = true;
            }
        }

        /** Whether every FF is followed by what may follow it in entropy-coded data, and enough are by a stuffed 0. */
        boolean looksEntropyCoded() {
            return stuffed >= TAIL / BYTES_PER_STUFFED && !foreign;
        }
    }
}
