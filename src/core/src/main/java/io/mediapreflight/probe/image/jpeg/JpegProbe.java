package io.mediapreflight.probe.image.jpeg;

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

/** Reads JPEG (ITU-T T.81) up to its start of frame, and looks for the end of the image at the end of the file. */
public final class JpegProbe implements HeaderProbe {
    private static final int SOI = 0xFF00 | JpegMarker.SOI;
    private static final int MIN_FRAME_HEADER = 8;
    private static final int LAST_TABLE = 3;

    /** Components whose identifiers are compared with every other: an image has four at most (T.81 B.2.2, Nf). */
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
            segments.followBehindFrame();
            List<Malformed> defects = new ArrayList<>(segments.defects());
            add(defects, rarelyRead(segments, facts.bitDepth().orElse(0)));
            int components = facts.components().orElse(0);
            add(defects, sharedIdentifier(window, segments.frame() + MIN_FRAME_HEADER, components));
            if (segments.reachedScan()) {
                add(defects, JpegScanHeader.defect(window, segments.scanOrBefore() + 2, segments.frame()));
            }
            return Probed.readable(Format.JPEG, facts, JpegEnd.find(window, segments), defects);
        } catch (MalformedException e) {
            return Probed.malformed(Format.JPEG, e.malformed());
        }
    }

    private static void add(List<Malformed> defects, Optional<Malformed> defect) {
        if (defect.isPresent()) {
            defects.add(defect.get());
        }
    }

    /** The frame header: length, precision, lines, samples per line, components (T.81 B.2.2). */
    private static ImageFacts frame(Window window, JpegSegments segments) throws IOException, MalformedException {
        long at = segments.frame();
        int length = window.u16(at);
        if (length < MIN_FRAME_HEADER) {
            throw broken(
                    MalformedCode.FRAME_HEADER_LENGTH,
                    at,
                    Phrase.of("defects:jpeg.frame-header-short").with("length", length),
                    FRAME_CLAUSE);
        }
        int precision = window.u8(at + 2);
        int lines = window.u16(at + 3);
        int samplesPerLine = window.u16(at + 5);
        int components = window.u8(at + 7);
        if (lines == 0) {
            throw broken(
                    MalformedCode.DEFERRED_HEIGHT, at + 3, Phrase.of("defects:jpeg.deferred-height"), "T.81 B.2.5");
        }
        if (samplesPerLine == 0) {
            throw broken(
                    MalformedCode.DIMENSION_OUT_OF_RANGE, at + 5, Phrase.of("defects:jpeg.no-width"), FRAME_CLAUSE);
        }
        if (components == 0 || length != MIN_FRAME_HEADER + 3 * components) {
            throw broken(
                    MalformedCode.FRAME_HEADER_LENGTH,
                    at,
                    Phrase.of("defects:jpeg.frame-header-length")
                            .with("length", length)
                            .with("components", components),
                    FRAME_CLAUSE);
        }
        requirePrecision(segments.frameMarker(), precision, at + 2);
        requireComponents(window, at + MIN_FRAME_HEADER, components);
        return ImageFacts.builder()
                .width(samplesPerLine)
                .height(lines)
                .orientation(segments.orientation())
                .coding(JpegMarker.process(segments.frameMarker()))
                .components(components)
                .bitDepth(precision)
                .alpha(false)
                .animated(false)
                .build();
    }

    /** T.81 table B.2: 8 bits for baseline, 8 or 12 for the other DCT processes, 2 to 16 for the lossless ones. */
    private static void requirePrecision(int marker, int precision, long offset) throws MalformedException {
        boolean fits = JpegMarker.isLossless(marker)
                ? precision >= 2 && precision <= 16
                : precision == 8 || (precision == 12 && marker != JpegMarker.SOF0);
        if (!fits) {
            throw broken(
                    MalformedCode.SAMPLE_PRECISION,
                    offset,
                    Phrase.of("defects:jpeg.precision").with("bits", precision),
                    FRAME_CLAUSE);
        }
    }

    /** Each component has 1 to 4 samples a side, and one of four quantisation tables (T.81 B.2.2). */
    private static void requireComponents(Window window, long at, int count) throws IOException, MalformedException {
        for (int i = 0; i < count; i++) {
            long component = at + 3L * i;
            int sampling = window.u8(component + 1);
            int horizontal = sampling >> 4;
            int vertical = sampling & 0xF;
            boolean sampled = horizontal >= 1 && horizontal <= 4 && vertical >= 1 && vertical <= 4;
            if (!sampled) {
                throw broken(
                        MalformedCode.SAMPLING_FACTORS,
                        component + 1,
                        Phrase.of("defects:jpeg.sampling").with("size", horizontal + "x" + vertical),
                        FRAME_CLAUSE);
            }
            int table = window.u8(component + 2);
            if (table > LAST_TABLE) {
                throw broken(
                        MalformedCode.TABLE_NUMBER,
                        component + 2,
                        Phrase.of("defects:jpeg.component-table").with("table", table),
                        FRAME_CLAUSE);
            }
        }
    }

    /**
     * Identifiers should differ (T.81 B.2.2). PDF writers give the fourth component of CMYK that of the first, and
     * browsers, libjpeg and FFmpeg show such images.
     */
    private static Optional<Malformed> sharedIdentifier(Window window, long at, int count)
            throws IOException, MalformedException {
        for (int i = 1; i < count; i++) {
            long component = at + 3L * i;
            for (int j = 0; j < i && j < MAX_COMPARED; j++) {
                if (window.u8(at + 3L * j) == window.u8(component)) {
                    return Optional.of(Malformed.tolerated(
                            MalformedCode.DUPLICATE_COMPONENT,
                            component,
                            Phrase.of("defects:jpeg.duplicate-component"),
                            FRAME_CLAUSE));
                }
            }
        }
        return Optional.empty();
    }

    /** A coding that most decoders do not read: the page says "jpg", and hardly means it. */
    private static Optional<Malformed> rarelyRead(JpegSegments segments, int precision) {
        return JpegMarker.isCommon(segments.frameMarker()) && precision == 8
                ? Optional.empty()
                : Optional.of(Malformed.tolerated(
                        MalformedCode.RARE_CODING,
                        segments.frame(),
                        Phrase.of("defects:jpeg.rare-coding")
                                .with("coding", JpegMarker.process(segments.frameMarker()))
                                .with("bits", precision),
                        "T.81 4.11"));
    }

    /** Made only where it is thrown: it costs more than the check. */
    private static MalformedException broken(MalformedCode code, long offset, Phrase what, String clause) {
        return new MalformedException(Malformed.broken(code, offset, what, clause));
    }
}
