package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
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
    static final int FTYP = code("ftyp");
    static final int STYP = code("styp");
    static final int MOOV = code("moov");
    static final int MDAT = code("mdat");
    static final int MOOF = code("moof");
    static final int MFRA = code("mfra");
    static final int MFRO = code("mfro");
    static final int TFRA = code("tfra");
    static final int SIDX = code("sidx");
    static final int FREE = code("free");
    static final int SKIP = code("skip");
    static final int WIDE = code("wide");
    static final int PNOT = code("pnot");
    static final int META = code("meta");
    static final int UUID = code("uuid");
    static final int UDTA = code("udta");
    static final int EMSG = code("emsg");
    static final int PRFT = code("prft");
    static final int PDIN = code("pdin");
    static final int JUNK = code("junk");
    static final int PICT = code("pict");
    static final int PICT_UPPER_CASE = code("PICT");
    static final int PRFL = code("prfl");
    static final int RMRA = code("rmra");
    static final int CMOV = code("cmov");
    static final int DCOM = code("dcom");
    static final int CMVD = code("cmvd");
    static final int MVHD = code("mvhd");
    static final int MVEX = code("mvex");
    static final int MEHD = code("mehd");
    static final int TREX = code("trex");
    static final int TRAK = code("trak");
    static final int TKHD = code("tkhd");
    static final int TREF = code("tref");
    static final int CHAP = code("chap");
    static final int EDTS = code("edts");
    static final int ELST = code("elst");
    static final int MDIA = code("mdia");
    static final int MDHD = code("mdhd");
    static final int HDLR = code("hdlr");
    static final int MINF = code("minf");
    static final int VMHD = code("vmhd");
    static final int DINF = code("dinf");
    static final int DREF = code("dref");
    static final int URL = code("url ");
    static final int URN = code("urn ");
    static final int STBL = code("stbl");
    static final int STSD = code("stsd");
    static final int STTS = code("stts");
    static final int STSZ = code("stsz");
    static final int STZ2 = code("stz2");
    static final int STSC = code("stsc");
    static final int STSS = code("stss");
    static final int CTTS = code("ctts");
    static final int STCO = code("stco");
    static final int CO64 = code("co64");
    static final int PASP = code("pasp");
    static final int COLR = code("colr");
    static final int FIEL = code("fiel");
    static final int AVCC = code("avcC");
    static final int HVCC = code("hvcC");
    static final int AV1C = code("av1C");
    static final int VPCC = code("vpcC");
    static final int CLAP = code("clap");
    static final int SINF = code("sinf");
    static final int FRMA = code("frma");
    static final int TRAF = code("traf");
    static final int TFHD = code("tfhd");
    static final int TFDT = code("tfdt");
    static final int TRUN = code("trun");

    private static final int FULL_BOX_HEADER = 4;

    long size() {
        return end - start;
    }

    /** The place of a field of a fixed layout, checked to lie within the box. */
    public long field(int offset, int length) throws MalformedException {
        if (offset > end - body - length) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.BOX_TOO_SHORT,
                    start,
                    "the box " + name(type) + " is " + size() + " bytes long, too short for what it must hold",
                    Boxes.CLAUSE));
        }
        return body + offset;
    }

    /**
     * The version of a full box.
     *
     * @param latest the latest one that exists
     */
    int version(Window window, int latest) throws IOException, MalformedException {
        int version = window.u8(field(0, FULL_BOX_HEADER));
        if (version > latest) {
            throw new MalformedException(unknownVersion(this, version));
        }
        return version;
    }

    static Malformed unknownVersion(Box box, int version) {
        return Malformed.broken(
                MalformedCode.UNKNOWN_VERSION,
                box.start(),
                name(box.type()) + " has the version " + version + ", which does not exist",
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
