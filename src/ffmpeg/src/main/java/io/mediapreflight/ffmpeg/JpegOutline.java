package io.mediapreflight.ffmpeg;

import io.mediapreflight.text.Phrase;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The markers of a whole JPEG that its headers alone do not show (T.81 B): what its frame is, and where the image ends. Entropy-coded
 * data are passed over byte by byte, which no header probe can afford.
 *
 * @param frame the second byte of the first frame header's marker; 0 where none was met
 * @param precision bits of a sample, by that header; 0 where none was met
 * @param end behind the end-of-image marker; empty where the markers before it are in no order
 * @param defect what keeps a decoder from the whole image, a clause; empty where the markers are in order
 */
record JpegOutline(int frame, int precision, OptionalInt end, Optional<String> defect) {
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int EXTENSION = 0xC8;
    private static final int CONDITIONING = 0xCC;
    private static final int FIRST_SEGMENT = 0xDA;
    private static final int LOSSLESS = 0xC3;
    private static final int FIRST_DIFFERENTIAL = 0xC5;
    private static final int USUAL_PRECISION = 8;
    private static final int FTYP = 0x66747970;
    /** An ftyp box holds some brands of four bytes each. */
    private static final int MAX_FTYP = 1024;

    /**
     * Walks over all of it, once.
     *
     * @param jpeg big-endian, up to its limit; its position does not change
     */
    static JpegOutline of(ByteBuffer jpeg) {
        return new Walk(jpeg).run();
    }

    /** Whether FFmpeg has no decoder for it: hierarchical frames and those with arithmetic coding. */
    boolean isUnknownToFfmpeg() {
        return frame >= FIRST_DIFFERENTIAL;
    }

    /** Whether FFmpeg may take it for broken because of its samples: of 12 bits, which it decodes in lossless frames only. */
    boolean isUnusual() {
        return precision != USUAL_PRECISION && frame != LOSSLESS;
    }

    boolean isLossless() {
        return frame == LOSSLESS;
    }

    /** The state of a walk. */
    private static final class Walk {
        private final ByteBuffer jpeg;
        private int at = 2;
        private int frame;
        private int precision;
        private boolean restarts;
        private boolean hasScan;
        private String stop = ""; // the key of what ended it

        Walk(ByteBuffer jpeg) {
            this.jpeg = jpeg;
        }

        JpegOutline run() {
            int marker = marker();
            while (marker >= FIRST_FRAME && marker != END_OF_IMAGE && isSegment(marker) && segment(marker)) {
                hasScan |= marker == START_OF_SCAN;
                if (marker == START_OF_SCAN && !scan()) {
                    break;
                }
                marker = marker();
            }
            OptionalInt end = marker == END_OF_IMAGE ? OptionalInt.of(at) : OptionalInt.empty();
            return new JpegOutline(frame, precision, end, defect(marker));
        }

        private Optional<String> defect(int marker) {
            if (!stop.isEmpty()) {
                return here(stop);
            }
            if (marker != END_OF_IMAGE) {
                return here("ffmpeg:jpeg.marker");
            }
            return hasScan
                    ? Optional.empty()
                    : Optional.of(Phrase.of("ffmpeg:jpeg.no-scan").toString());
        }

        private Optional<String> here(String reason) {
            return Optional.of(Phrase.of("ffmpeg:at")
                    .with("reason", Phrase.of(reason).toString())
                    .with("offset", Integer.toString(at))
                    .toString());
        }

        private static boolean isSegment(int marker) {
            return marker <= LAST_FRAME || marker >= FIRST_SEGMENT;
        }

        /** The marker that stands here, any number of fill bytes before it (T.81 B.1.1.2); 0 where none does. */
        private int marker() {
            if (at >= jpeg.limit() || u8(at) != BYTE) {
                return 0;
            }
            while (at < jpeg.limit() && u8(at) == BYTE) {
                at++;
            }
            return at < jpeg.limit() ? u8(at++) : 0;
        }

        private boolean segment(int marker) {
            int left = jpeg.limit() - at;
            int length = left < Short.BYTES ? Short.BYTES : jpeg.getShort(at) & SHORT;
            if (length < Short.BYTES || length > left) {
                stop = length > left ? "ffmpeg:jpeg.segment-end" : "ffmpeg:jpeg.segment-length";
                return false;
            }
            boolean isFrame =
                    marker <= LAST_FRAME && marker != HUFFMAN_TABLES && marker != EXTENSION && marker != CONDITIONING;
            if (isFrame && frame == 0 && length > Short.BYTES) {
                frame = marker;
                precision = u8(at + Short.BYTES);
            }
            if (marker == RESTART_INTERVAL && length == 2 * Short.BYTES) {
                restarts = jpeg.getShort(at + Short.BYTES) != 0;
            }
            at += length;
            return true;
        }

        /** Goes on to the marker behind a scan; false where there is none, or where a video begins in the midst of it. */
        private boolean scan() {
            while (jpeg.limit() - at > 1) {
                int value = u8(at);
                if (value == BYTE) {
                    int next = u8(at + 1);
                    boolean isData = next == 0 || (restarts && next >= FIRST_RESTART && next <= LAST_RESTART);
                    if (!isData && next != BYTE) {
                        return true;
                    }
                    at += isData ? 1 : 0;
                } else if (value == 'f' && isVideo()) {
                    stop = "ffmpeg:jpeg.video";
                    return false;
                }
                at++;
            }
            stop = "ffmpeg:jpeg.no-end";
            return false;
        }

        private boolean isVideo() {
            return jpeg.limit() - at >= Integer.BYTES
                    && jpeg.getInt(at) == FTYP
                    && Integer.compareUnsigned(jpeg.getInt(at - Integer.BYTES), MAX_FTYP) <= 0;
        }

        private int u8(int offset) {
            return jpeg.get(offset) & BYTE;
        }
    }
}
