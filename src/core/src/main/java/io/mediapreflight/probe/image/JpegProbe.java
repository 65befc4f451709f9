package io.mediapreflight.probe.image;

import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import java.io.IOException;

/** Reads JPEG (ITU-T T.81) up to its start of frame, and looks for the end of the image at the end of the file. */
public final class JpegProbe implements HeaderProbe {
    private static final int SOI = 0xFF00 | JpegMarker.SOI;
    private static final int MIN_FRAME_HEADER = 8;
    private static final String FRAME_CLAUSE = "T.81 B.2.2";

    @Override
    public boolean matches(Window window) throws IOException, MalformedException {
        return window.has(0, 2) && window.u16(0) == SOI;
    }

    @Override
    public Probed probe(Window window) throws IOException {
        try {
            JpegSegments segments = JpegSegments.upToFrame(window);
            ImageFacts facts = frame(window, segments);
            requireScan(window, segments);
            return Probed.readable(Format.JPEG, facts, JpegEnd.find(window, segments), segments.defects());
        } catch (MalformedException e) {
            return Probed.malformed(Format.JPEG, e.malformed());
        }
    }

    /** The frame header: length, precision, lines, samples per line, components (T.81 B.2.2). */
    private static ImageFacts frame(Window window, JpegSegments segments) throws IOException, MalformedException {
        long at = segments.frame();
        int length = window.u16(at);
        require(length >= MIN_FRAME_HEADER, at, "the frame header is " + length + " bytes long", FRAME_CLAUSE);
        int precision = window.u8(at + 2);
        int lines = window.u16(at + 3);
        int samplesPerLine = window.u16(at + 5);
        int components = window.u8(at + 7);
        require(
                lines != 0,
                at + 3,
                "the height is 0, to be told by a DNL marker after the first scan, which hardly any decoder reads",
                "T.81 B.2.5");
        require(samplesPerLine != 0, at + 5, "the width is 0", FRAME_CLAUSE);
        require(
                components != 0 && length == MIN_FRAME_HEADER + 3 * components,
                at,
                "the frame header is " + length + " bytes long and has " + components + " components",
                FRAME_CLAUSE);
        window.u8(at + length - 1);
        return new ImageFacts(
                samplesPerLine,
                lines,
                segments.orientation(),
                JpegMarker.process(segments.frameMarker()),
                components,
                precision,
                false);
    }

    /** Refuses a frame without a scan, as far as the window reaches: more is not worth a read. */
    private static void requireScan(Window window, JpegSegments segments) throws IOException, MalformedException {
        long offset = segments.frame() + window.u16(segments.frame());
        while (window.holds(offset, 4) && window.u8(offset) == 0xFF && window.u8(offset + 1) != JpegMarker.SOS) {
            require(window.u8(offset + 1) != JpegMarker.EOI, offset, "the image ends without a scan", "T.81 B.2.1");
            offset += 2 + Math.max(2, window.u16(offset + 2));
        }
    }

    private static void require(boolean condition, long offset, String otherwise, String clause)
            throws MalformedException {
        if (!condition) {
            throw new MalformedException(Malformed.broken(offset, otherwise, clause));
        }
    }
}
