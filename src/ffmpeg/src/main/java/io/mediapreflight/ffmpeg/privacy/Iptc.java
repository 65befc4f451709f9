package io.mediapreflight.ffmpeg.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** By-line and place of the IPTC information interchange model, in Photoshop's image resources or bare. */
final class Iptc {
    private static final byte[] RESOURCE = "8BIM".getBytes(StandardCharsets.ISO_8859_1);
    private static final int IPTC_RESOURCE = 0x0404;

    private static final int TAG_MARKER = 0x1C;
    private static final int HEADER = 5;
    private static final int APPLICATION_RECORD = 2;
    private static final int BY_LINE = 80;
    private static final int CITY = 90;
    private static final int SUB_LOCATION = 92;

    private Iptc() {}

    /** Looks through image resources, or through bare data sets. */
    static void scan(byte[] bytes, Clues clues) {
        if (!Bytes.begins(bytes, RESOURCE)) {
            dataSets(bytes, 0, bytes.length, clues);
            return;
        }
        ByteBuffer data = ByteBuffer.wrap(bytes);
        int at = 0;
        while (Bytes.begins(bytes, at, RESOURCE) && bytes.length - at >= 7) {
            int name = (bytes[at + 6] & 0xFF) + 1;
            long size = at + 6L + name + (name & 1);
            if (size > bytes.length - 4L) {
                return;
            }
            long body = size + 4;
            long end = Math.min(body + (data.getInt((int) size) & 0xFFFF_FFFFL), bytes.length);
            if ((data.getShort(at + 4) & 0xFFFF) == IPTC_RESOURCE) {
                dataSets(bytes, (int) body, (int) end, clues);
            }
            at = (int) (end + ((end - body) & 1));
        }
    }

    /** An extended data set, which is longer than 32 KiB, ends it: none of ours is. */
    private static void dataSets(byte[] bytes, int start, int end, Clues clues) {
        int at = start;
        while (at <= end - HEADER && bytes[at] == TAG_MARKER) {
            int length = ByteBuffer.wrap(bytes).getShort(at + 3);
            if (length < 0 || length > end - at - HEADER) {
                return;
            }
            if (bytes[at + 1] == APPLICATION_RECORD) {
                byte[] value = new byte[length];
                System.arraycopy(bytes, at + HEADER, value, 0, length);
                tell(bytes[at + 2] & 0xFF, Text.of(value), clues);
            }
            at += HEADER + length;
        }
    }

    private static void tell(int dataSet, String value, Clues clues) {
        switch (dataSet) {
            case BY_LINE -> clues.person("by-line", value, "IPTC");
            case CITY -> clues.place("city", value, "IPTC");
            case SUB_LOCATION -> clues.place("place", value, "IPTC");
            default -> {}
        }
    }
}
