package io.mediapreflight.probe.image;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The marker segments of a JPEG up to its start of frame (T.81 B.1.1.4). Segments are hopped over, never read: the
 * thumbnail in an APP1 segment has a start of frame of its own, which is not the picture's.
 */
final class JpegSegments {
    /** Segments before the frame. 160 full ones are 10 MB; real files have up to some dozens. */
    static final int MAX_SEGMENTS = 1024;

    /** Fill bytes and stray bytes between segments. Fill bytes are legal in any number (T.81 B.1.1.2); none has many. */
    static final int MAX_STRAY_BYTES = 65_536;

    private static final int EXIF = 0x45786966;
    private static final int XMP = 0x68747470;
    private static final int MPF = 0x4D504600;

    private final Window window;
    private Optional<ExifOrientation> orientation = Optional.empty();
    private OptionalLong multiPicture = OptionalLong.empty();
    private final List<Xmp> xmp = new ArrayList<>(0);
    private List<Malformed> defects = List.of();
    private int strayBytes;
    private int frameMarker;
    private long frame;

    private JpegSegments(Window window) {
        this.window = window;
    }

    /** Where an XMP packet lies. */
    record Xmp(long from, long end) {}

    static JpegSegments upToFrame(Window window) throws IOException, MalformedException {
        JpegSegments segments = new JpegSegments(window);
        long offset = 2;
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            long marker = segments.nextMarker(offset);
            int code = window.u8(marker + 1);
            offset = marker + 2;
            if (JpegMarker.isStartOfFrame(code)) {
                segments.frameMarker = code;
                segments.frame = offset;
                return segments;
            }
            if (code == JpegMarker.SOS || code == JpegMarker.EOI || code == JpegMarker.SOI) {
                String name = code == JpegMarker.SOS
                        ? "a scan"
                        : code == JpegMarker.EOI ? "the end of the image" : "a second start of image";
                throw new MalformedException(Malformed.broken(
                        MalformedCode.MISSING_FRAME, marker, name + " comes before any frame", "T.81 B.2.1"));
            }
            if (!JpegMarker.isStandalone(code)) {
                offset = segments.skip(code, offset);
            }
        }
        throw new MalformedException(Malformed.undecided(
                MalformedCode.BOUND_REACHED,
                offset,
                "more than " + MAX_SEGMENTS + " segments stand before the frame",
                "bound MAX_SEGMENTS"));
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

    /** Where the TIFF structure of a multi-picture index begins (CIPA DC-007 5.1), which every offset in it counts from. */
    OptionalLong multiPicture() {
        return multiPicture;
    }

    List<Xmp> xmp() {
        return xmp;
    }

    List<Malformed> defects() {
        return defects;
    }

    /** Finds the FF of the next marker, past fill bytes and, as decoders do, past bytes that belong nowhere. */
    private long nextMarker(long from) throws IOException, MalformedException {
        long offset = from;
        boolean foreign = false;
        int pair = window.u16(offset);
        while (pair >> 8 != 0xFF || (pair & 0xFF) == 0xFF || (pair & 0xFF) == 0) {
            foreign |= pair >> 8 != 0xFF || (pair & 0xFF) == 0;
            offset = stray(offset);
            pair = window.u16(offset);
        }
        if (foreign) {
            defects = List.of(Malformed.tolerated(
                    MalformedCode.STRAY_BYTES,
                    from,
                    (offset - from) + " bytes stand between two segments and belong to none",
                    "T.81 B.1.1.2"));
        }
        return offset;
    }

    private long stray(long offset) throws MalformedException {
        if (++strayBytes > MAX_STRAY_BYTES) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    offset,
                    "more than " + MAX_STRAY_BYTES + " bytes stand between the segments",
                    "bound MAX_STRAY_BYTES"));
        }
        return offset + 1;
    }

    /** Looks into a segment where it may hold something of use, and returns where it ends. */
    private long skip(int code, long offset) throws IOException, MalformedException {
        int length = window.u16(offset);
        if (length < 2) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.SEGMENT_LENGTH, offset, "a segment is " + length + " bytes long", "T.81 B.1.1.4"));
        }
        long body = offset + 2;
        long end = offset + length;
        if (code == JpegMarker.APP1 && length >= 16) {
            metadata(window.i32(body), body, end);
        } else if (code == JpegMarker.APP2 && length >= 16 && window.i32(body) == MPF) {
            multiPicture = OptionalLong.of(body + 4);
        }
        return end;
    }

    private void metadata(int start, long body, long end) throws IOException, MalformedException {
        if (start == EXIF && orientation.isEmpty()) {
            orientation = Exif.orientation(window, body + 6, end);
        } else if (start == XMP) {
            xmp.add(new Xmp(body, end));
        }
    }
}
