package io.mediapreflight.probe.other;

import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The smallest files of each format, written byte by byte. */
final class Sample {
    private final String name;
    private final Format format;
    private final Kind kind;
    private final byte[] bytes;

    private Sample(String name, Format format, Kind kind, byte[] bytes) {
        this.name = name;
        this.format = format;
        this.kind = kind;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    Format format() {
        return format;
    }

    Kind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static final String EBML = "1A45DFA3";
    private static final String SEGMENT_OF_ANY_SIZE = "18538067 01FFFFFFFFFFFFFF";
    private static final String SEEK_HEAD = "114D9B74 83 4DBB80";
    private static final String VIDEO_TRACK = "AE 86 D78101 838101";
    private static final String AUDIO_TRACK = "AE 86 D78102 838102";
    private static final String SUBTITLE_TRACK = "AE 86 D78103 838111";

    private static final String STREAM_PROPERTIES = "9107DCB7B7A9CF118EE600C00C205365";
    private static final String AUDIO_STREAM = "409E69F84D5BCF11A8FD00805F5C442B";
    private static final String VIDEO_STREAM = "C0EF19BC4D5BCF11A8FD00805F5C442B";

    static final List<Sample> ALL = List.of(
            of("gif 87a", Format.GIF, text("GIF87a"), hex("0100 0100 00 00 00 3B")),
            of("gif 89a", Format.GIF, text("GIF89a"), hex("0100 0100 00 00 00 3B")),
            of("webp", Format.WEBP, riff("RIFF", "WEBPVP8 ")),
            of("avi", Format.AVI, riff("RIFF", "AVI LIST")),
            of("wav", Format.WAV, riff("RIFF", "WAVEfmt ")),
            of("wav, big-endian", Format.WAV, riff("RIFX", "WAVEfmt ")),
            of("wav over 4 GB", Format.WAV, riff("RF64", "WAVEds64")),
            of("broadcast wav", Format.WAV, riff("BW64", "WAVEds64")),
            of("midi in riff", Format.MIDI, riff("RIFF", "RMIDdata")),
            of("video cd", Format.MPEG, riff("RIFF", "CDXAfmt ")),
            of("aiff", Format.AIFF, riff("FORM", "AIFFCOMM")),
            of("compressed aiff", Format.AIFF, riff("FORM", "AIFCFVER")),
            of("bmp of OS/2", Format.BMP, text("BM"), hex("1A000000 00000000 1A000000 0C000000 01000100 01001800")),
            of("bmp of Windows 3", Format.BMP, text("BM"), hex("3A000000 00000000 36000000 28000000"), zeros(40)),
            of("bmp of Windows 98", Format.BMP, text("BM"), hex("3A000000 00000000 8A000000 7C000000"), zeros(124)),
            of(
                    "bmp array",
                    Format.BMP,
                    text("BA"),
                    hex("28000000 00000000 00000000"),
                    text("BM"),
                    hex("1A000000 00000000 1A000000 0C000000")),
            of("tiff, little-endian", Format.TIFF, hex("49492A00 08000000 0000")),
            of("tiff, big-endian", Format.TIFF, hex("4D4D002A 00000008 0000")),
            of("bigtiff, little-endian", Format.TIFF, hex("49492B00 08000000 1000000000000000")),
            of("bigtiff, big-endian", Format.TIFF, hex("4D4D002B 00080000 0000000000000010")),
            of("raw photo of Olympus", Format.TIFF, text("IIRO"), hex("08000000")),
            of("raw photo of Panasonic", Format.TIFF, hex("49495500 18000000")),
            of("jxl codestream", Format.JXL, hex("FF0A FA1F 0180")),
            of("jxl boxes", Format.JXL, hex("0000000C4A584C200D0A870A 00000014"), text("ftypjxl ")),
            of("jp2", Format.JP2, hex("0000000C6A5020200D0A870A 00000014"), text("ftypjp2 ")),
            new Sample(
                    "motion jpeg 2000",
                    Format.JP2,
                    Kind.VIDEO,
                    join(hex("0000000C6A5020200D0A870A 00000014"), text("ftypmjp2"))),
            of("jpeg 2000 codestream", Format.JP2, hex("FF4FFF51 0029 0000")),
            of("svg", Format.SVG, text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
            of(
                    "svg with a prolog",
                    Format.SVG,
                    text("\u00EF\u00BB\u00BF<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!-- c -->\r\n<svg>")),
            of(
                    "svg of Illustrator",
                    Format.SVG,
                    text("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG\" \"\" [<!ENTITY a \"b\">]>")),
            of("svg with a prefix", Format.SVG, text("<?xml version='1.0'?><svg:svg xmlns:svg=''>")),
            of("svg in UTF-16", Format.SVG, hex("FFFE"), utf16("<?xml version='1.0'?><svg>")),
            of("psd", Format.PSD, text("8BPS"), hex("0001 000000000000 0003")),
            of("psb", Format.PSD, text("8BPS"), hex("0002 000000000000 0003")),
            of("icon", Format.ICO, hex("0000 0100 0100 10100000 01002000 68040000 16000000")),
            of("cursor", Format.ICO, hex("0000 0200 0200 20200000 10000F00 A8100000 26000000"), zeros(16)),
            matroska("mkv", Format.MKV, Kind.VIDEO, "matroska", SEEK_HEAD, tracks(VIDEO_TRACK, AUDIO_TRACK)),
            matroska("webm", Format.WEBM, Kind.VIDEO, "webm", tracks(AUDIO_TRACK, VIDEO_TRACK)),
            matroska("webm, padded", Format.WEBM, Kind.VIDEO, "webm\0\0", tracks(VIDEO_TRACK)),
            matroska("mka", Format.MKV, Kind.AUDIO, "matroska", SEEK_HEAD, tracks(AUDIO_TRACK, SUBTITLE_TRACK)),
            matroska("webm of audio", Format.WEBM, Kind.AUDIO, "webm", tracks(AUDIO_TRACK)),
            matroska("mka, tracks far away", Format.MKV, Kind.AUDIO, "matroska", voidOf(4200), tracks(AUDIO_TRACK)),
            matroska("mkv that shows its tracks nowhere", Format.MKV, Kind.VIDEO, "matroska", "1F43B675 80"),
            of("flv", Format.FLV, text("FLV"), hex("01 05 00000009 00000000")),
            of("transport stream", Format.MPEGTS, packets(0, 188, 3)),
            of("transport stream of a camera", Format.MPEGTS, packets(4, 192, 22)),
            of("transport stream of a recorder", Format.MPEGTS, packets(0, 204, 6)),
            of("program stream", Format.MPEG, hex("000001BA 4400040004010189C3F8")),
            of("mpeg video", Format.MPEG, hex("000001B3 16012013FFFFE018")),
            of("asf video", Format.ASF, asf(stream(AUDIO_STREAM), stream(VIDEO_STREAM))),
            new Sample("asf audio", Format.ASF, Kind.AUDIO, asf(stream(AUDIO_STREAM))),
            new Sample("asf audio, cover first", Format.ASF, Kind.AUDIO, asf(object(4200), stream(AUDIO_STREAM))),
            of("asf video, cover between", Format.ASF, asf(stream(AUDIO_STREAM), object(4200), stream(VIDEO_STREAM))),
            new Sample("ogg theora", Format.OGG, Kind.VIDEO, join(page("\u0080theora"), page("\1vorbis"))),
            new Sample("ogg theora behind audio", Format.OGG, Kind.VIDEO, join(page("OpusHead"), page("\u0080theora"))),
            new Sample("ogg daala", Format.OGG, Kind.VIDEO, page("\u0080daala")),
            new Sample("ogg vorbis", Format.OGG, Kind.AUDIO, join(page("\1vorbis"), text("OggS\0\0 \u0080theora"))),
            new Sample("ogg opus", Format.OGG, Kind.AUDIO, page("OpusHead")),
            of("mxf", Format.MXF, hex("060E2B34 02050101 0D010201 01020400 83000078")),
            of("mp3", Format.MP3, frames("FFFB9000", 417, 3)),
            of("mp3, 22 kHz", Format.MP3, frames("FFF35000", 130, 3)),
            of("mp2", Format.MP3, frames("FFFD8400", 384, 2)),
            of("mp3 behind a tag", Format.MP3, tag(4200), frames("FFFB9000", 417, 1)),
            of("mp3 behind two tags", Format.MP3, tag(20), tag(30), frames("FFFB9000", 417, 1)),
            of("mp3 tag alone", Format.MP3, tag(4200)),
            of("flac", Format.FLAC, text("fLaC"), hex("80000022")),
            of("flac behind a tag", Format.FLAC, tag(4200), text("fLaC"), hex("80000022")),
            of("aac", Format.AAC, frames("FFF15080 02BFFC", 21, 3)),
            of("aac behind a tag", Format.AAC, tag(63), frames("FFF15080 02BFFC", 21, 1)),
            of("aac, adif", Format.AAC, text("ADIF"), zeros(4)),
            of("amr", Format.AMR, text("#!AMR\n"), hex("3C")),
            of("wide-band amr", Format.AMR, text("#!AMR-WB\n"), hex("3C")),
            of("midi", Format.MIDI, text("MThd"), hex("00000006 0001 0002 0060")),
            of("pdf", Format.PDF, text("%PDF-1.7\n"), hex("25E2E3CFD3")),
            of("pdf behind junk", Format.PDF, hex("00FF00FE"), zeros(900), text("%PDF-1.4\n")),
            of("html", Format.HTML, text("<!DOCTYPE html><title>Not found</title>")),
            of("html in capitals", Format.HTML, text(" \r\n<HTML><HEAD>")),
            of("html behind a comment", Format.HTML, text("<!-- saved from url -->\n<body class=x>")),
            of("html in KOI8-R", Format.HTML, text("<html><body>" + "\u00CE\u00C5\u00D4".repeat(60))),
            of("xhtml", Format.HTML, text("<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>")),
            of("xml", Format.XML, text("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>")),
            of("xml whose comment does not end", Format.XML, text("<?xml version=\"1.0\"?><!-- " + "-".repeat(4200))),
            of("plist", Format.XML, text("<!DOCTYPE plist PUBLIC \"\"><plist/>")),
            of("json", Format.JSON, text("{\n  \"error\": {}}")),
            of("json array", Format.JSON, text("[null, 1]")),
            of("zip", Format.ZIP, text("PK"), hex("0304 1400")),
            of("empty zip", Format.ZIP, text("PK"), hex("0506"), zeros(18)),
            of("gzip", Format.GZIP, hex("1F8B08 00 00000000 0003")),
            of("tar", Format.TAR, text("clips/a.mp4"), zeros(246), text("ustar\00000"), zeros(247)),
            of("tar of GNU", Format.TAR, text("a"), zeros(256), text("ustar  \0"), zeros(247)),
            of("bzip2", Format.BZIP2, text("BZh91AY&SY"), zeros(20)),
            of("xz", Format.XZ, hex("FD377A585A00 0004")),
            of("zstd", Format.ZSTD, hex("28B52FFD 0458")),
            of("7z", Format.SEVEN_ZIP, hex("377ABCAF271C 0004")),
            of("rar", Format.RAR, hex("526172211A07 00")),
            of("text", Format.TEXT, text("Lorem ipsum,\n\tdolor sit amet.\r\n")),
            of("text in UTF-8", Format.TEXT, "Grüße, 猫 \uD83D\uDC08".getBytes(StandardCharsets.UTF_8)),
            of("text in UTF-16", Format.TEXT, hex("FFFE"), utf16("Grüße, 猫")),
            of(
                    "text in Windows-1252",
                    Format.TEXT,
                    text("Sch\u00F6ne Gr\u00FC\u00DFe aus Wien, und bis zum n\u00E4chsten Mal")),
            of(
                    "long text in two-byte letters",
                    Format.TEXT,
                    text("x"),
                    "я".repeat(2100).getBytes(StandardCharsets.UTF_8)));

    static Sample of(String name, Format format, byte[]... parts) {
        return new Sample(name, format, format.kind(), join(parts));
    }

    @Override
    public String toString() {
        return name;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] zeros(int length) {
        return new byte[length];
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] riff(String riff, String form) {
        return join(text(riff), hex("24000000"), text(form));
    }

    private static Sample matroska(String name, Format format, Kind kind, String docType, String... segment) {
        String type = HexFormat.of().formatHex(text(docType));
        String header = "4286 8101 4282 " + HexFormat.of().toHexDigits((byte) (0x80 | docType.length())) + type;
        byte[] body = hex(header);
        byte[] size = {(byte) (0x80 | body.length)};
        return new Sample(
                name,
                format,
                kind,
                join(hex(EBML), size, body, hex(SEGMENT_OF_ANY_SIZE), hex(String.join("", segment))));
    }

    private static String tracks(String... entries) {
        byte[] body = hex(String.join("", entries));
        return "1654AE6B 01000000000000" + HexFormat.of().toHexDigits((byte) body.length)
                + HexFormat.of().formatHex(body);
    }

    private static String voidOf(int length) {
        return "EC 10" + HexFormat.of().toHexDigits(length, 6) + "00".repeat(length);
    }

    private static byte[] packets(int first, int distance, int count) {
        byte[] stream = new byte[distance * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(hex("471FFF10"), 0, stream, first + i * distance, 4);
        }
        return stream;
    }

    private static byte[] asf(byte[]... objects) {
        byte[] body = join(objects);
        return join(hex("3026B2758E66CF11A6D900AA0062CE6C"), littleEndian(30 + body.length), zeros(6), body);
    }

    private static byte[] stream(String type) {
        return join(hex(STREAM_PROPERTIES), littleEndian(40), hex(type));
    }

    private static byte[] object(int length) {
        return join(hex("33".repeat(16)), littleEndian(24 + length), zeros(length));
    }

    static byte[] littleEndian(long number) {
        return hex(HexFormat.of().toHexDigits(Long.reverseBytes(number)));
    }

    private static byte[] page(String packet) {
        return join(
                text("OggS"), hex("00 02"), zeros(20), hex("01"), new byte[] {(byte) packet.length()}, text(packet));
    }

    static byte[] frames(String header, int length, int count) {
        byte[] all = new byte[length * count];
        byte[] start = hex(header);
        for (int i = 0; i < count; i++) {
            System.arraycopy(start, 0, all, i * length, start.length);
        }
        return all;
    }

    /** An ID3v2.4 tag with so many bytes of padding, up to 16,383. */
    private static byte[] tag(int padding) {
        return join(
                text("ID3"),
                hex("0400 00 0000"),
                new byte[] {(byte) (padding >> 7), (byte) (padding & 0x7F)},
                zeros(padding));
    }
}
