package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/** Looks at the quantisation and Huffman tables of a segment (T.81 B.2.4.1, B.2.4.2): libjpeg and FFmpeg refuse what is wrong here. */
final class JpegTables {
    private static final int LAST_TABLE = 3;

    /** Elements of a quantisation table, of one byte or of two. */
    private static final int ELEMENTS = 64;

    /** Class and number of a Huffman table, and how many codes there are of 1 to 16 bits. */
    private static final int HUFFMAN_HEADER = 17;

    private static final int MAX_CODES = 256;
    private static final long EVEN_BYTES = 0x00FF_00FF_00FF_00FFL;
    private static final long LOWEST_OF_FOUR = 0x0001_0001_0001_0001L;

    private JpegTables() {}

    /** What is wrong with the tables from {@code body} up to {@code end}, which the window holds. */
    static Optional<Malformed> defect(Window window, int code, long body, long end)
            throws IOException, MalformedException {
        return code == JpegMarker.DQT ? quantisation(window, body, end) : huffman(window, body, end);
    }

    /** Fewer bytes than a table has are left alone: FFmpeg passes over them. */
    private static Optional<Malformed> quantisation(Window window, long body, long end)
            throws IOException, MalformedException {
        long at = body;
        while (end - at > ELEMENTS) {
            int header = window.u8(at);
            int bytes = header >> 4;
            if (bytes > 1 || (header & 0xF) > LAST_TABLE) {
                return broken(
                        MalformedCode.TABLE_NUMBER,
                        at,
                        Phrase.of("defects:jpeg.quantisation-number").with("number", header),
                        "B.2.4.1");
            }
            at += 1 + ELEMENTS * (1 + bytes);
            if (at > end) {
                return broken(
                        MalformedCode.TABLE_RUNS_PAST_SEGMENT,
                        at,
                        Phrase.of("defects:jpeg.quantisation-length"),
                        "B.2.4.1");
            }
        }
        return Optional.empty();
    }

    private static Optional<Malformed> huffman(Window window, long body, long end)
            throws IOException, MalformedException {
        long at = body;
        while (at < end) {
            int header = window.u8(at);
            if (header >> 4 > 1 || (header & 0xF) > LAST_TABLE) {
                return broken(
                        MalformedCode.TABLE_NUMBER,
                        at,
                        Phrase.of("defects:jpeg.huffman-number").with("number", header),
                        "B.2.4.2");
            }
            int codes = end - at < HUFFMAN_HEADER
                    ? MAX_CODES
                    : sum(window.i64(at + 1)) + sum(window.i64(at + 1 + Long.BYTES));
            if (codes > MAX_CODES || codes > end - at - HUFFMAN_HEADER) {
                return broken(
                        MalformedCode.TABLE_RUNS_PAST_SEGMENT, at, Phrase.of("defects:jpeg.huffman-length"), "B.2.4.2");
            }
            at += HUFFMAN_HEADER + codes;
        }
        return Optional.empty();
    }

    /** Of eight bytes. */
    private static int sum(long bytes) {
        long pairs = (bytes & EVEN_BYTES) + ((bytes >>> 8) & EVEN_BYTES);
        return (int) ((pairs * LOWEST_OF_FOUR) >>> 48);
    }

    private static Optional<Malformed> broken(MalformedCode code, long offset, Phrase what, String clause) {
        return Optional.of(Malformed.broken(code, offset, what, "T.81 " + clause));
    }
}
