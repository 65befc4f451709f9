package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/**
 * Looks for the end of the image: where the metadata say that it ends and something else begins (a multi-picture file, a
 * motion photo), else at the very end of the file, else within its last 64 KiB.
 */
final class JpegEnd {
    /** How far before the end of the file, or before what follows the image, EOI is looked for. */
    static final int TAIL = 65_536;

    /** Read before that, to see whether it begins in a scan. */
    private static final int LEAD = Window.CAPACITY;

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
            return new Completeness.Undecided(
                    Malformed.sizeUnknown(window.size().atLeast(), CLAUSE));
        }
        try {
            return new JpegEnd(window, segments).find();
        } catch (MalformedException e) {
            return new Completeness.Undecided(e.malformed());
        }
    }

    private Completeness find() throws IOException, MalformedException {
        if (size - 2 < segments.scanOrBefore()) {
            return cutOff(MalformedCode.MISSING_SCAN, size, Phrase.of("defects:jpeg.ends-before-scan"));
        }
        JpegEnds ends = JpegEnds.read(window, segments);
        boolean endsExactly = window.u16(size - 2) == EOI;
        if (!ends.isEmpty()) {
            // In their order: behind half an image, a whole one may end where the metadata say that its video begins.
            for (long end : ends.all()) {
                if (end - 2 >= segments.scanOrBefore() && window.u16(end - 2) == EOI) {
                    return new Completeness.Whole(size - end);
                }
                if (end >= segments.scanOrBefore() && ends.isConfirmed(end)) {
                    return before(end);
                }
            }
        }
        return endsExactly ? Completeness.Whole.EXACT : before(size);
    }

    /** Looks for the end of an image that ends before {@code limit}, where something else begins or the file ends. */
    private Completeness before(long limit) throws IOException, MalformedException {
        long scan = segments.firstScan();
        if (scan >= limit) {
            return cutOff(MalformedCode.MISSING_SCAN, limit, Phrase.of("defects:jpeg.image-ends-before-scan"));
        }
        long from = Math.max(scan, limit - TAIL - LEAD);
        ScanTail tail = ScanTail.read(window, from, limit, from == scan);
        if (tail.end() >= 0) {
            return new Completeness.Whole(size - tail.end());
        }
        if (tail.isEntropyCoded()) {
            return cutOff(
                    MalformedCode.MISSING_END,
                    limit,
                    Phrase.of(limit < size ? "defects:jpeg.no-end-marker" : "defects:jpeg.ends-in-image"));
        }
        return new Completeness.Undecided(Malformed.undecided(
                MalformedCode.MISSING_END,
                limit,
                Phrase.of("defects:jpeg.end-not-found").with("bytes", TAIL),
                CLAUSE));
    }

    private static Completeness cutOff(MalformedCode code, long offset, Phrase what) {
        return new Completeness.CutOff(0, Malformed.broken(code, offset, what, CLAUSE));
    }
}
