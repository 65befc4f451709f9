package io.mediapreflight.metadata;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The metadata segments of a JPEG up to its first scan: EXIF, XMP (extended, too) and IPTC. */
final class JpegScan {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] XMP_EXTENSION =
            "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1);

    /** Digest of the whole extension, its length and the offset of the piece (XMP specification part 3, 1.1.3.1). */
    private static final int EXTENSION_HEADER = 40;

    private static final int OFFSET_IN_EXTENSION = 36;

    /** 10 MB hold 160 full segments; a thumbnail more or less and small ones do not make it thousands. */
    private static final int MAX_SEGMENTS = 4096;

    private static final int PREFIX = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int APP13 = 0xED;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private final BlockReader blocks;
    private final PersonalData data;
    private final ByteArrayOutputStream extension = new ByteArrayOutputStream();
    private final ByteArrayOutputStream resources = new ByteArrayOutputStream();

    JpegScan(BlockReader blocks, PersonalData data) {
        this.blocks = blocks;
        this.data = data;
    }

    /** Looks through all segments; what follows one that makes no sense is not looked at. */
    void scan() throws IOException, MalformedException {
        try {
            segments();
        } finally {
            XmpData.read(extension.toByteArray(), data);
            PhotoshopResources.read(resources.toByteArray(), data);
        }
    }

    private void segments() throws IOException, MalformedException {
        Window window = blocks.window();
        long at = 2;
        for (int i = 0; i < MAX_SEGMENTS && window.has(at, 4) && window.u8(at) == PREFIX; i++) {
            int marker = window.u8(at + 1);
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return;
            }
            if (marker == PREFIX) {
                at++;
            } else if (marker <= START_OF_IMAGE && (marker >= 0xD0 || marker == 1)) {
                at += 2;
            } else {
                int length = window.u16(at + 2);
                if (marker == APP1 || marker == APP13) {
                    segment(marker, blocks.block(at + 4, Math.max(0, length - 2)));
                }
                at += 2L + Math.max(2, length);
            }
        }
    }

    private void segment(int marker, byte[] body) {
        if (marker == APP13 && ByteArrays.begins(body, PHOTOSHOP)) {
            append(resources, ByteArrays.from(body, PHOTOSHOP.length));
        } else if (marker == APP1 && ByteArrays.begins(body, XMP_EXTENSION)) {
            extension(ByteArrays.from(body, XMP_EXTENSION.length));
        } else if (marker == APP1) {
            app1(body, data);
        }
    }

    /** The content of a segment APP1, wherever it stands. */
    static void app1(byte[] body, PersonalData data) {
        if (ByteArrays.begins(body, EXIF)) {
            ExifData.read(ByteArrays.from(body, EXIF.length), data);
        } else if (ByteArrays.begins(body, XMP)) {
            XmpData.read(ByteArrays.from(body, XMP.length), data);
        }
    }

    /** Pieces stand in order, or are passed over. */
    private void extension(byte[] piece) {
        if (piece.length > EXTENSION_HEADER && ByteBuffer.wrap(piece).getInt(OFFSET_IN_EXTENSION) == extension.size()) {
            append(extension, ByteArrays.from(piece, EXTENSION_HEADER));
        }
    }

    private static void append(ByteArrayOutputStream all, byte[] more) {
        if (all.size() + more.length <= BlockReader.MAX_BLOCK) {
            all.writeBytes(more);
        }
    }
}
