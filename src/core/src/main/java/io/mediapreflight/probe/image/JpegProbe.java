package io.mediapreflight.probe.image;

import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JPEG (ITU-T T.81) up to its start of frame, and looks for the end of the image at the end of the file. */
public final class JpegProbe implements HeaderProbe {
    private static final int SOI = 0xFF00 | JpegMarker.SOI;
    private static final int MIN_FRAME_HEADER = 8;

    /** Components whose identifiers are compared with every other: a picture has four at most (T.81 B.2.2, Nf). */
    private static final int MAX_COMPARED = 4;

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
            Optional<Malformed> rare = rarelyRead(segments, facts.bitsPerSample());
            Optional<Malformed> behind = behindFrame(window, segments.frame());
            List<Malformed> defects = segments.defects();
            if (rare.isPresent() || behind.isPresent()) {
                defects = new ArrayList<>(defects);
                rare.ifPresent(defects::add);
                behind.ifPresent(defects::add);
            }
            return Probed.readable(Format.JPEG, facts, JpegEnd.find(window, segments), defects);
        } catch (MalformedException e) {
            return Probed.malformed(Format.JPEG, e.malformed());
        }
    }

    /** The frame header: length, precision, lines, samples per line, components (T.81 B.2.2). */
    private static ImageFacts frame(Window window, JpegSegments segments) throws IOException, MalformedException {
        long at = segments.frame();
        int length = window.u16(at);
        require(
                length >= MIN_FRAME_HEADER,
                MalformedCode.FRAME_HEADER_LENGTH,
                at,
                "the frame header is " + length + " bytes long",
                FRAME_CLAUSE);
        int precision = window.u8(at + 2);
        int lines = window.u16(at + 3);
        int samplesPerLine = window.u16(at + 5);
        int components = window.u8(at + 7);
        require(
                lines != 0,
                MalformedCode.DEFERRED_HEIGHT,
                at + 3,
                "the height is 0, to be told by a DNL marker after the first scan, which hardly any decoder reads",
                "T.81 B.2.5");
        require(samplesPerLine != 0, MalformedCode.DIMENSION_OUT_OF_RANGE, at + 5, "the width is 0", FRAME_CLAUSE);
        require(
                components != 0 && length == MIN_FRAME_HEADER + 3 * components,
                MalformedCode.FRAME_HEADER_LENGTH,
                at,
                "the frame header is " + length + " bytes long and has " + components + " components",
                FRAME_CLAUSE);
        requirePrecision(segments.frameMarker(), precision, at + 2);
        requireComponents(window, at + MIN_FRAME_HEADER, components);
        return ImageFacts.builder()
                .width(samplesPerLine)
                .height(lines)
                .orientation(segments.orientation())
                .coding(JpegMarker.process(segments.frameMarker()))
                .components(components)
                .bitsPerSample(precision)
                .build();
    }

    /**
     * What is wrong between the frame and its first scan, as far as the window reaches. The tables that stand there are
     * not worth a read; a comment or application segment is, since it belongs before the frame and may hide what follows.
     */
    private static Optional<Malformed> behindFrame(Window window, long frame) throws IOException, MalformedException {
        long offset = frame + window.u16(frame);
        boolean worthReads = false;
        for (int i = 0; i < JpegSegments.MAX_SEGMENTS; i++) {
            if (!(worthReads ? window.has(offset, 2) : window.holds(offset, 2))) {
                return Optional.empty();
            }
            int code = window.u8(offset + 1);
            if (window.u8(offset) != 0xFF || code == 0) {
                return Optional.of(Malformed.tolerated(
                        MalformedCode.NOT_A_SEGMENT,
                        offset,
                        "what stands behind the frame header is no segment",
                        "T.81 B.1.1.2"));
            }
            requireTable(code, offset);
            if (code == JpegMarker.SOS || !(worthReads ? window.has(offset, 4) : window.holds(offset, 4))) {
                return Optional.empty();
            }
            worthReads = JpegMarker.isMetadata(code);
            boolean fill = code == 0xFF;
            offset += fill ? 1 : JpegMarker.isStandalone(code) ? 2 : 2 + Math.max(2, window.u16(offset + 2));
        }
        return Optional.empty();
    }

    private static void requireTable(int code, long offset) throws MalformedException {
        require(
                code != JpegMarker.EOI,
                MalformedCode.MISSING_SCAN,
                offset,
                "the image ends without a scan",
                "T.81 B.2.1");
        require(
                code != JpegMarker.SOI,
                MalformedCode.DUPLICATE_START,
                offset,
                "a second start of image comes before the scan",
                "T.81 B.2.1");
        require(
                !JpegMarker.isStartOfFrame(code),
                MalformedCode.DUPLICATE_FRAME,
                offset,
                "a second frame comes before the scan",
                "T.81 B.2.1");
    }

    /** T.81 table B.2: 8 bits for baseline, 8 or 12 for the other DCT processes, 2 to 16 for the lossless ones. */
    private static void requirePrecision(int marker, int precision, long offset) throws MalformedException {
        boolean fits = JpegMarker.isLossless(marker)
                ? precision >= 2 && precision <= 16
                : precision == 8 || (precision == 12 && marker != JpegMarker.SOF0);
        require(fits, MalformedCode.SAMPLE_PRECISION, offset, "the samples have " + precision + " bits", FRAME_CLAUSE);
    }

    /** Each component has an identifier of its own and 1 to 4 samples a side (T.81 B.2.2). */
    private static void requireComponents(Window window, long at, int count) throws IOException, MalformedException {
        for (int i = 0; i < count; i++) {
            long component = at + 3L * i;
            int sampling = window.u8(component + 1);
            int horizontal = sampling >> 4;
            int vertical = sampling & 0xF;
            boolean sampled = horizontal >= 1 && horizontal <= 4 && vertical >= 1 && vertical <= 4;
            require(
                    sampled,
                    MalformedCode.SAMPLING_FACTORS,
                    component + 1,
                    "a component has " + horizontal + "x" + vertical + " samples",
                    FRAME_CLAUSE);
            for (int j = 0; j < i && j < MAX_COMPARED; j++) {
                boolean same = window.u8(at + 3L * j) == window.u8(component);
                require(
                        !same,
                        MalformedCode.DUPLICATE_COMPONENT,
                        component,
                        "two components have one identifier",
                        FRAME_CLAUSE);
            }
            window.u8(component + 2);
        }
    }

    /** A coding that most decoders do not read: the page says "jpg", and hardly means it. */
    private static Optional<Malformed> rarelyRead(JpegSegments segments, int precision) {
        return JpegMarker.isCommon(segments.frameMarker()) && precision == 8
                ? Optional.empty()
                : Optional.of(Malformed.tolerated(
                        MalformedCode.RARE_CODING,
                        segments.frame(),
                        "the coding is " + JpegMarker.process(segments.frameMarker()) + " with " + precision
                                + " bits, which most decoders do not read",
                        "T.81 4.11"));
    }

    private static void require(boolean condition, MalformedCode code, long offset, String otherwise, String clause)
            throws MalformedException {
        if (!condition) {
            throw new MalformedException(Malformed.broken(code, offset, otherwise, clause));
        }
    }
}
