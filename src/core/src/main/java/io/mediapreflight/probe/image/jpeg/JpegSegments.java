package io.mediapreflight.probe.image.jpeg;

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
 * The marker segments of a JPEG up to its first scan (T.81 B.1.1.4). Segments are hopped over, never read: the
 * thumbnail in an APP1 segment has a start of frame of its own, which is not the image's.
 */
final class JpegSegments {
    /** Segments before the first scan. Real files have up to some dozens; 5,000 are legal and are read by every decoder. */
    static final int MAX_SEGMENTS = 16_384;

    /** Bytes between segments that belong to none: decoders skip them. Real files have a handful. */
    static final int MAX_STRAY_BYTES = 65_536;

    /** Fill bytes are legal in any number (T.81 B.1.1.2); a quarter of what may be read of a file. */
    static final int MAX_FILL_BYTES = 1 << 20;

    /** Read behind a hop: quantization and Huffman tables, frame and scan header of most files have 600 bytes together. */
    private static final int HEADERS = 768;

    /** The segments that are followed by as much. 64 full ones are 4 MB, more than any camera writes. */
    private static final int GENEROUS_HOPS = 64;

    /** Read behind every later hop: 16,384 of them stay within a quarter of {@link Window#BUDGET}. */
    private static final int HOP = 64;

    /** A segment up to this length is read over instead: as many of them as there may be stay within the budget, too. */
    private static final int SHORT_SEGMENT = 256;

    private static final int EXIF = 0x45786966;
    private static final int MPF = 0x4D504600;
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private final Window window;
    private Optional<ExifOrientation> orientation = Optional.empty();
    private final List<Long> mpfIndexes = new ArrayList<>(0);
    private final List<Xmp> xmp = new ArrayList<>(0);
    private final List<Malformed> defects = new ArrayList<>(0);
    private int segments;
    private int strayBytes;
    private int fillBytes;
    private int frameMarker;
    private long frame;
    private long next = 2;
    private boolean reachedScan;

    private JpegSegments(Window window) {
        this.window = window;
    }

    /** Where an XMP packet lies. */
    record Xmp(long from, long end) {}

    static JpegSegments upToFrame(Window window) throws IOException, MalformedException {
        JpegSegments segments = new JpegSegments(window);
        while (segments.frame == 0) {
            segments.readSegmentBeforeFrame();
        }
        return segments;
    }

    /** Where the start of frame's segment begins, behind its marker. */
    long frame() {
        return frame;
    }

    int frameMarker() {
        return frameMarker;
    }

    Optional<ExifOrientation> orientation() {
        return orientation;
    }

    /** Where the TIFF structures of multi-picture indexes begin (CIPA DC-007 5.1); every offset in one counts from there. */
    List<Long> mpfIndexes() {
        return mpfIndexes;
    }

    List<Xmp> xmp() {
        return xmp;
    }

    List<Malformed> defects() {
        return defects;
    }

    boolean reachedScan() {
        return reachedScan;
    }

    /** The first scan's marker where it has been reached, else what is known to stand before it. */
    long scanOrBefore() {
        return next;
    }

    /**
     * Goes on behind the frame as far as the window reaches. The tables that stand there are not worth a read; a comment
     * or application segment is, since it belongs before the frame and may hide what follows.
     */
    void followBehindFrame() throws IOException, MalformedException {
        boolean worthReads = false;
        while (!reachedScan && reaches(next, 2, worthReads)) {
            if (!isMarker(next)) {
                defects.add(Malformed.tolerated(
                        MalformedCode.NOT_A_SEGMENT, next, Phrase.of("defects:jpeg.no-segment"), "T.81 B.1.1.2"));
                return;
            }
            long marker = behindFill(next);
            if (!reaches(marker, 2, worthReads)) {
                return;
            }
            int code = window.u8(marker + 1);
            if (!JpegMarker.isStandalone(code) && code != JpegMarker.SOS && !reaches(marker, 4, worthReads)) {
                return;
            }
            worthReads = JpegMarker.isMetadata(code);
            readSegmentBehindFrame();
        }
    }

    private boolean reaches(long offset, int bytes, boolean worthReads) throws IOException, MalformedException {
        return worthReads ? window.has(offset, bytes) : window.holds(offset, bytes);
    }

    /** Where the first scan begins, at whatever reads that costs; the end of the file where there is none. */
    long firstScan() throws IOException, MalformedException {
        while (!reachedScan) {
            if (!window.exists(next + 3)) {
                return window.size().atMost();
            }
            readSegmentBehindFrame();
        }
        return next;
    }

    /** Whether a marker stands there, or fill bytes and then one, as far as the window reaches. */
    private boolean isMarker(long offset) throws IOException, MalformedException {
        long at = behindFill(offset);
        return !window.holds(at, 2) || (window.u8(at) == 0xFF && window.u8(at + 1) != 0);
    }

    /** The last of several FF, as far as the window reaches. */
    private long behindFill(long offset) throws IOException, MalformedException {
        long at = offset;
        while (window.holds(at, 2) && window.u16(at) == 0xFFFF) {
            at++;
        }
        return at;
    }

    private void readSegmentBeforeFrame() throws IOException, MalformedException {
        countSegment();
        long from = next;
        int strayBefore = strayBytes;
        long marker = nextMarker(from);
        if (strayBytes > strayBefore) {
            defects.add(Malformed.tolerated(
                    MalformedCode.STRAY_BYTES,
                    from,
                    Phrase.of("defects:jpeg.stray-bytes").with("count", marker - from),
                    "T.81 B.1.1.2"));
        }
        int code = window.u8(marker + 1);
        if (JpegMarker.isStartOfFrame(code)) {
            frameMarker = code;
            frame = marker + 2;
            next = frame + window.u16(frame);
        } else if (code == JpegMarker.SOS || code == JpegMarker.EOI || code == JpegMarker.SOI) {
            String key = code == JpegMarker.SOS
                    ? "defects:jpeg.scan-before-frame"
                    : code == JpegMarker.EOI ? "defects:jpeg.end-before-frame" : "defects:jpeg.start-before-frame";
            throw new MalformedException(
                    Malformed.broken(MalformedCode.MISSING_FRAME, marker, Phrase.of(key), "T.81 B.2.1"));
        } else {
            next = JpegMarker.isStandalone(code) ? marker + 2 : skip(code, marker + 2);
        }
    }

    private void readSegmentBehindFrame() throws IOException, MalformedException {
        countSegment();
        long marker = nextMarker(next);
        int code = window.u8(marker + 1);
        requireTable(code, marker);
        if (code == JpegMarker.SOS) {
            reachedScan = true;
            next = marker;
        } else {
            next = JpegMarker.isStandalone(code) ? marker + 2 : skip(code, marker + 2);
        }
    }

    private static void requireTable(int code, long offset) throws MalformedException {
        if (code == JpegMarker.EOI) {
            throw misplaced(MalformedCode.MISSING_SCAN, offset, Phrase.of("defects:jpeg.no-scan"));
        }
        if (code == JpegMarker.SOI) {
            throw misplaced(MalformedCode.DUPLICATE_START, offset, Phrase.of("defects:jpeg.second-start"));
        }
        if (JpegMarker.isStartOfFrame(code)) {
            throw misplaced(MalformedCode.DUPLICATE_FRAME, offset, Phrase.of("defects:jpeg.second-frame"));
        }
    }

    private static MalformedException misplaced(MalformedCode code, long offset, Phrase what) {
        return new MalformedException(Malformed.broken(code, offset, what, "T.81 B.2.1"));
    }

    private void countSegment() throws MalformedException {
        if (++segments > MAX_SEGMENTS) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    next,
                    Phrase.of("defects:jpeg.too-many-segments").with("max", MAX_SEGMENTS),
                    "bound MAX_SEGMENTS"));
        }
    }

    /** Finds the FF of the next marker, past fill bytes and, as decoders do, past bytes that belong nowhere. */
    private long nextMarker(long from) throws IOException, MalformedException {
        long offset = from;
        int pair = window.u16(offset);
        while (pair >> 8 != 0xFF || (pair & 0xFF) == 0xFF || (pair & 0xFF) == 0) {
            countBetween(pair, offset);
            offset++;
            pair = window.u16(offset);
        }
        return offset;
    }

    private void countBetween(int pair, long offset) throws MalformedException {
        boolean isFill = pair == 0xFFFF;
        if (isFill ? ++fillBytes > MAX_FILL_BYTES : ++strayBytes > MAX_STRAY_BYTES) {
            Phrase what = isFill
                    ? Phrase.of("defects:jpeg.too-many-fill-bytes").with("max", MAX_FILL_BYTES)
                    : Phrase.of("defects:jpeg.too-many-stray-bytes").with("max", MAX_STRAY_BYTES);
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    offset,
                    what,
                    isFill ? "bound MAX_FILL_BYTES" : "bound MAX_STRAY_BYTES"));
        }
    }

    /** Looks into a segment where it may hold something of use, and returns where it ends. */
    private long skip(int code, long offset) throws IOException, MalformedException {
        int length = window.u16(offset);
        if (length < 2) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.SEGMENT_LENGTH,
                    offset,
                    Phrase.of("defects:jpeg.segment-length").with("length", length),
                    "T.81 B.1.1.4"));
        }
        long body = offset + 2;
        long end = offset + length;
        if (code == JpegMarker.APP1 && length >= 16) {
            readMetadata(body, end);
        } else if (code == JpegMarker.APP2 && length >= 16 && window.i32(body) == MPF) {
            mpfIndexes.add(body + 4);
        } else if ((code == JpegMarker.DHT || code == JpegMarker.DQT) && window.holds(offset, length)) {
            JpegTables.defect(window, code, body, end).ifPresent(defects::add);
        }
        if (length > SHORT_SEGMENT && !window.holds(end, 4)) {
            window.prefetch(end, segments <= GENEROUS_HOPS ? HEADERS : HOP);
        }
        return end;
    }

    private void readMetadata(long body, long end) throws IOException, MalformedException {
        if (window.i32(body) == EXIF && orientation.isEmpty()) {
            orientation = Exif.orientation(window, body + 6, end);
        } else if (end - body > XMP.length()
                && window.has(body, XMP.length())
                && window.text(body, XMP.length()).equals(XMP)) {
            xmp.add(new Xmp(body + XMP.length(), end));
        }
    }
}
