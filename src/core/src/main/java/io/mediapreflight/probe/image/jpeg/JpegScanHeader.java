package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/** Holds the header of the first scan to the frame that it belongs to (T.81 B.2.3). Costs no read: looks at what the window holds. */
final class JpegScanHeader {
    private static final int MAX_COMPONENTS = 4;

    /** Of length, number of components, spectral selection and approximation. */
    private static final int FIXED = 6;

    private static final int LAST_TABLE = 3;

    /** Blocks of one unit of an interleaved scan. */
    private static final int MAX_BLOCKS = 10;

    private static final String CLAUSE = "T.81 B.2.3";

    private final Window window;
    private final long scan;
    private final long components;
    private final int frameCount;

    private JpegScanHeader(Window window, long scan, long frame) throws IOException, MalformedException {
        this.window = window;
        this.scan = scan;
        this.frameCount = window.u8(frame + 7);
        this.components = frame + 8;
    }

    /**
     * What is wrong with it.
     *
     * @param scan where the segment begins, behind its marker
     * @param frame likewise of the frame
     */
    static Optional<Malformed> defect(Window window, long scan, long frame) throws IOException, MalformedException {
        boolean isHeld = window.holds(frame, 8)
                && window.holds(frame, 8 + 3 * window.u8(frame + 7))
                && window.holds(scan, FIXED + 2 * MAX_COMPONENTS);
        return isHeld ? new JpegScanHeader(window, scan, frame).defect() : Optional.empty();
    }

    private Optional<Malformed> defect() throws IOException, MalformedException {
        int count = window.u8(scan + 2);
        if (count < 1 || count > MAX_COMPONENTS || window.u16(scan) != FIXED + 2 * count) {
            return broken(
                    MalformedCode.SCAN_HEADER,
                    scan,
                    Phrase.of("defects:jpeg.scan-header")
                            .with("length", window.u16(scan))
                            .with("count", count));
        }
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            long at = scan + 3 + 2L * i;
            int sampling = sampling(window.u8(at));
            if (sampling < 0) {
                return broken(MalformedCode.SCAN_HEADER, at, Phrase.of("defects:jpeg.scan-component"));
            }
            int tables = window.u8(at + 1);
            if (tables >> 4 > LAST_TABLE || (tables & 0xF) > LAST_TABLE) {
                return broken(
                        MalformedCode.TABLE_NUMBER,
                        at + 1,
                        Phrase.of("defects:jpeg.scan-tables")
                                .with("dc", tables >> 4)
                                .with("ac", tables & 0xF));
            }
            blocks += (sampling >> 4) * (sampling & 0xF);
        }
        return count > 1 && blocks > MAX_BLOCKS
                ? broken(
                        MalformedCode.SAMPLING_FACTORS,
                        scan,
                        Phrase.of("defects:jpeg.scan-blocks")
                                .with("blocks", blocks)
                                .with("max", MAX_BLOCKS))
                : Optional.empty();
    }

    /** The factors of the component with this identifier; −1 where the frame has none. */
    private int sampling(int identifier) throws IOException, MalformedException {
        for (int i = 0; i < frameCount; i++) {
            if (window.u8(components + 3L * i) == identifier) {
                return window.u8(components + 3L * i + 1);
            }
        }
        return -1;
    }

    private static Optional<Malformed> broken(MalformedCode code, long offset, Phrase what) {
        return Optional.of(Malformed.broken(code, offset, what, CLAUSE));
    }
}
