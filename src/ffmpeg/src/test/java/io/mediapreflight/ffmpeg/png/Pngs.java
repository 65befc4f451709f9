package io.mediapreflight.ffmpeg.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds PNGs of one gray image, whole in every respect but the one that a test is about. */
public final class Pngs {
    static final int WIDTH = 9;
    static final int HEIGHT = 11;

    private Pngs() {}

    /** Its rows, each behind its filter, which is 0: the pixels are zero too. */
    public static byte[] rows() {
        return new byte[HEIGHT * (1 + WIDTH)];
    }

    /** The seven passes of an interlaced image of 9x11 pixels: widths 2, 1, 3, 2, 5, 4, 9 and heights 2, 2, 1, 3, 3, 6, 5. */
    static byte[] passes() {
        return new byte[2 * 3 + 2 * 2 + 4 + 3 * 3 + 3 * 6 + 6 * 5 + 5 * 10];
    }

    public static byte[] packed(byte[] rows) {
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        byte[] packed = new byte[rows.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    /** The image with these data, in one IDAT each. */
    public static byte[] png(int interlace, List<byte[]> data) {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(chunk("IHDR", header(interlace)));
        data.forEach(part -> chunks.add(chunk("IDAT", part)));
        chunks.add(chunk("IEND", new byte[0]));
        return png(chunks);
    }

    /** These chunks behind a signature: all of them, from their lengths to their checksums. */
    public static byte[] png(List<byte[]> chunks) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunks.forEach(png::writeBytes);
        return png.toByteArray();
    }

    /** The header of the same image in other colours, 8 bits a sample. */
    public static byte[] header(int interlace, int colourType) {
        byte[] header = header(interlace);
        header[9] = (byte) colourType;
        return header;
    }

    private static byte[] header(int interlace) {
        return ByteBuffer.allocate(13)
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .put((byte) 8)
                .put(12, (byte) interlace)
                .array();
    }

    /** One chunk, with its right checksum. */
    public static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }
}
