package io.mediapreflight.benchmarks.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes boxes of ISO/IEC 14496-12. */
final class Boxes {
    private Boxes() {}

    static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return ByteBuffer.allocate(2 * Integer.BYTES + content.length)
                .putInt(2 * Integer.BYTES + content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Big-endian numbers of 32 bits. */
    static byte[] words(int... words) {
        ByteBuffer content = ByteBuffer.allocate(Integer.BYTES * words.length);
        for (int word : words) {
            content.putInt(word);
        }
        return content.array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
