package io.mediapreflight.probe.image.jpeg;

/** Marker codes of ITU-T T.81 table B.1, without their leading FF. */
final class JpegMarker {
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;

    /** The last of SOS, DQT, DNL, DRI, which have neighbouring codes. */
    private static final int DRI = 0xDD;

    static final int DQT = 0xDB;
    static final int DHT = 0xC4;
    static final int JPG = 0xC8;
    static final int DAC = 0xCC;
    static final int APP1 = 0xE1;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    static final int APP2 = 0xE2;

    private static final int TEM = 0x01;
    static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int SOF15 = 0xCF;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;

    /** By the last four bits of a start of frame; three of them announce something else. */
    private static final String[] PROCESSES = {
        "baseline DCT, Huffman",
        "extended sequential DCT, Huffman",
        "progressive DCT, Huffman",
        "lossless, Huffman",
        "",
        "differential sequential DCT, Huffman",
        "differential progressive DCT, Huffman",
        "differential lossless, Huffman",
        "",
        "extended sequential DCT, arithmetic",
        "progressive DCT, arithmetic",
        "lossless, arithmetic",
        "",
        "differential sequential DCT, arithmetic",
        "differential progressive DCT, arithmetic",
        "differential lossless, arithmetic",
    };

    private JpegMarker() {}

    /** Whether a start of frame follows; three codes between SOF0 and SOF15 mean something else. */
    static boolean isStartOfFrame(int code) {
        return code >= SOF0 && code <= SOF15 && code != DHT && code != JPG && code != DAC;
    }

    /** Whether the process is one that every decoder reads: baseline, extended or progressive, Huffman coded. */
    static boolean isCommon(int startOfFrame) {
        return startOfFrame <= SOF2;
    }

    /** Whether the segment is a comment or an application's: APP0 to APP15, COM. */
    static boolean isMetadata(int code) {
        return (code >= APP0 && code <= APP15) || code == COM;
    }

    static boolean isLossless(int startOfFrame) {
        return (startOfFrame & 3) == 3;
    }

    static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }

    /** Whether a marker may stand in or between scans: restarts, tables, the next scan; or it is a fill byte. */
    static boolean mayFollowScan(int code) {
        return isRestart(code) || code == DHT || (code >= SOS && code <= DRI) || code == DAC || code == 0xFF;
    }

    /** Whether the marker stands for itself, without a segment. */
    static boolean isStandalone(int code) {
        return code == TEM || code == SOI || code == EOI || isRestart(code);
    }

    /** The coding process that a start of frame announces, in the standard's words. */
    static String process(int startOfFrame) {
        return PROCESSES[startOfFrame & 0xF];
    }
}
