package io.mediapreflight.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Files that hold metadata and hardly anything else. */
final class Media {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Media() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] u16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] jpeg(byte[]... segments) {
        return join(new byte[] {(byte) 0xFF, (byte) 0xD8}, join(segments), new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2});
    }

    static byte[] segment(int marker, byte[] body) {
        return join(new byte[] {(byte) 0xFF, (byte) marker}, u16(body.length + 2), body);
    }

    static byte[] exif(byte[] tiff) {
        return segment(0xE1, join(ascii("Exif\0\0"), tiff));
    }

    static byte[] xmp(String properties) {
        return segment(0xE1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), packet(properties)));
    }

    /** A packet with these attributes and elements in its description, split by {@code >}. */
    static byte[] packet(String properties) {
        return ("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                        + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/'"
                        + " xmlns:aux='http://ns.adobe.com/exif/1.0/aux/'"
                        + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
                        + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
                        + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'" + properties
                        + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] iptc(int dataSet, String value) {
        byte[] set = join(new byte[] {0x1C, 2, (byte) dataSet}, u16(value.length()), ascii(value));
        return join(ascii("8BIM"), u16(0x0404), new byte[2], u32(set.length), set, new byte[set.length & 1]);
    }

    static byte[] png(byte[]... chunks) {
        return join(PNG_SIGNATURE, chunk("IHDR", new byte[13]), join(chunks), chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] body) {
        return join(u32(body.length), ascii(type), body, new byte[4]);
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return packed.toByteArray();
    }

    static byte[] box(String type, byte[]... body) {
        byte[] all = join(body);
        return join(u32(all.length + 8L), ascii(type), all);
    }

    /** QuickTime user data text. */
    static byte[] text(String type, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        return box(type, u16(value.length), u16(0x15C7), value);
    }

    static byte[] movie(byte[]... children) {
        return join(box("ftyp", ascii("qt  "), new byte[4]), box("moov", children));
    }

    /** Metadata items by key, as QuickTime has them. */
    static byte[] items(String key, String value) {
        byte[] name = join(u32(8L + key.length()), ascii("mdta"), ascii(key));
        byte[] data = box("data", u32(1), u32(0), value.getBytes(StandardCharsets.UTF_8));
        return join(
                box("hdlr", new byte[24]),
                box("keys", u32(0), u32(1), name),
                box("ilst", join(u32(data.length + 8L), u32(1), data)));
    }
}
