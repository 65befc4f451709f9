package io.mediapreflight.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A walk over Photoshop's image resources to the IPTC, EXIF and XMP among them. Not metadata-extractor's own, which hands every
 * resource to a reader of its own, colour profiles and paths among them, and keeps names of plug-ins for good.
 */
final class PhotoshopResources {
    private static final byte[] RESOURCE = "8BIM".getBytes(StandardCharsets.ISO_8859_1);
    private static final int IPTC = 0x0404;
    private static final int EXIF = 0x0422;
    private static final int XMP = 0x0424;

    /** Signature, number and the length of the name. */
    private static final int HEAD = 7;

    private PhotoshopResources() {}

    /** Reads image resources, or bare IPTC, which some programs write in their place. */
    static void read(byte[] bytes, PersonalData data) {
        if (!ByteArrays.begins(bytes, RESOURCE)) {
            IptcData.read(bytes, data);
            return;
        }
        ByteBuffer resources = ByteBuffer.wrap(bytes);
        int at = 0;
        while (ByteArrays.begins(bytes, at, RESOURCE) && bytes.length - at >= HEAD) {
            int name = (bytes[at + HEAD - 1] & 0xFF) + 1;
            long size = at + 6L + name + (name & 1);
            if (size > bytes.length - 4L) {
                return;
            }
            long body = size + 4;
            long end = Math.min(body + (resources.getInt((int) size) & 0xFFFF_FFFFL), bytes.length);
            read(resources.getShort(at + 4) & 0xFFFF, bytes, (int) body, (int) end, data);
            at = (int) (end + ((end - body) & 1));
        }
    }

    private static void read(int number, byte[] bytes, int from, int to, PersonalData data) {
        switch (number) {
            case IPTC -> IptcData.read(Arrays.copyOfRange(bytes, from, to), data);
            case EXIF -> ExifData.read(Arrays.copyOfRange(bytes, from, to), data);
            case XMP -> XmpData.read(Arrays.copyOfRange(bytes, from, to), data);
            default -> {}
        }
    }
}
