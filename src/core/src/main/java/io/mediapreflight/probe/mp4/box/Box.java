package io.mediapreflight.probe.mp4.box;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/**
 * Where a box lies.
 *
 * @param type its four-character code as a number
 * @param start where its header begins
 * @param body where its content begins
 * @param end behind its last byte
 */
public record Box(int type, long start, long body, long end) {
    public static final int FTYP = code("ftyp");
    public static final int STYP = code("styp");
    public static final int MOOV = code("moov");
    public static final int MDAT = code("mdat");
    public static final int MOOF = code("moof");
    public static final int MFRA = code("mfra");
    public static final int MFRO = code("mfro");
    public static final int TFRA = code("tfra");
    public static final int SIDX = code("sidx");
    public static final int FREE = code("free");
    public static final int SKIP = code("skip");
    public static final int WIDE = code("wide");
    public static final int PNOT = code("pnot");
    public static final int META = code("meta");
    public static final int UUID = code("uuid");
    public static final int UDTA = code("udta");
    public static final int EMSG = code("emsg");
    public static final int PRFT = code("prft");
    public static final int PDIN = code("pdin");
    public static final int JUNK = code("junk");
    public static final int PICT = code("pict");
    public static final int PICT_UPPER_CASE = code("PICT");
    public static final int PRFL = code("prfl");
    public static final int RMRA = code("rmra");
    public static final int CMOV = code("cmov");
    public static final int DCOM = code("dcom");
    public static final int CMVD = code("cmvd");
    public static final int MVHD = code("mvhd");
    public static final int MVEX = code("mvex");
    public static final int MEHD = code("mehd");
    public static final int TREX = code("trex");
    public static final int TRAK = code("trak");
    public static final int TKHD = code("tkhd");
    public static final int TREF = code("tref");
    public static final int CHAP = code("chap");
    public static final int EDTS = code("edts");
    public static final int ELST = code("elst");
    public static final int MDIA = code("mdia");
    public static final int MDHD = code("mdhd");
    public static final int HDLR = code("hdlr");
    public static final int MINF = code("minf");
    public static final int VMHD = code("vmhd");
    public static final int DINF = code("dinf");
    public static final int DREF = code("dref");
    public static final int URL = code("url ");
    public static final int URN = code("urn ");
    public static final int STBL = code("stbl");
    public static final int STSD = code("stsd");
    public static final int STTS = code("stts");
    public static final int STSZ = code("stsz");
    public static final int STZ2 = code("stz2");
    public static final int STSC = code("stsc");
    public static final int STSS = code("stss");
    public static final int CTTS = code("ctts");
    public static final int STCO = code("stco");
    public static final int CO64 = code("co64");
    public static final int PASP = code("pasp");
    public static final int COLR = code("colr");
    public static final int FIEL = code("fiel");
    public static final int AVCC = code("avcC");
    public static final int HVCC = code("hvcC");
    public static final int AV1C = code("av1C");
    public static final int VPCC = code("vpcC");
    public static final int CLAP = code("clap");
    public static final int SINF = code("sinf");
    public static final int FRMA = code("frma");
    public static final int MFHD = code("mfhd");
    public static final int TRAF = code("traf");
    public static final int TFHD = code("tfhd");
    public static final int TFDT = code("tfdt");
    public static final int TRUN = code("trun");

    /** What a {@code uuid} has in front of anything else: without it no decoder opens the file (ISO/IEC 14496-12 4.2). */
    public static final int UUID_BYTES = 16;

    private static final int FULL_BOX_HEADER = 4;

    public long size() {
        return end - start;
    }

    /** The place of a field of a fixed layout, checked to lie within the box. */
    public long field(int offset, int length) throws MalformedException {
        if (offset > end - body - length) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.BOX_TOO_SHORT,
                    start,
                    Phrase.of("defects:mp4.box-short").with("box", name(type)).with("length", size()),
                    Boxes.CLAUSE));
        }
        return body + offset;
    }

    /**
     * The version of a full box.
     *
     * @param latest the latest one that exists
     */
    public int version(Window window, int latest) throws IOException, MalformedException {
        int version = window.u8(field(0, FULL_BOX_HEADER));
        if (version > latest) {
            throw new MalformedException(unknownVersion(this, version));
        }
        return version;
    }

    public static Malformed unknownVersion(Box box, int version) {
        return Malformed.broken(
                MalformedCode.UNKNOWN_VERSION,
                box.start(),
                Phrase.of("defects:mp4.box-version")
                        .with("box", name(box.type()))
                        .with("version", version),
                Boxes.CLAUSE);
    }

    /** A four-character code as the number that stands in a file. */
    public static int code(String name) {
        return (name.charAt(0) << 24) | (name.charAt(1) << 16) | (name.charAt(2) << 8) | name.charAt(3);
    }

    /** A type as text, quoted; bytes that are not printable ASCII as {@code ?}. */
    public static String name(int type) {
        return "'" + fourCc(type) + "'";
    }

    public static String fourCc(int type) {
        char[] name = new char[4];
        for (int i = 0; i < 4; i++) {
            int letter = (type >> (24 - 8 * i)) & 0xFF;
            name[i] = isPrintable(letter) ? (char) letter : '?';
        }
        return new String(name);
    }

    /** Whether a type could be one: all printable ASCII, but for QuickTime's copyright sign in front. */
    public static boolean isName(int type) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = (type >> shift) & 0xFF;
            if (!isPrintable(letter) && !(shift == 24 && letter == 0xA9)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int letter) {
        return letter >= ' ' && letter <= '~';
    }
}
