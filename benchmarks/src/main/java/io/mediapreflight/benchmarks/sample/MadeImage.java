package io.mediapreflight.benchmarks.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images whose pixels can be decoded: of noise, so that they are as large as photographs. */
final class MadeImage {
    private static final long SEED = 7;
    private static final int JPEG_START = 2; // behind SOI
    private static final int ENTRY = 12; // bytes of an entry of a TIFF directory

    private MadeImage() {}

    /** A smooth gradient, from which each sample differs by up to {@code noise}, 0 to 255. */
    private static BufferedImage pixels(int width, int height, int noise) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random dice = new Random(SEED);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = (x + y) * (255 - noise) / (width + height);
                int random = noise == 0 ? 0 : dice.nextInt();
                int red = level + Math.floorMod(random, noise + 1);
                int green = level + Math.floorMod(random >> 8, noise + 1);
                int blue = level + Math.floorMod(random >> 16, noise + 1);
                row[x] = red << 16 | green << 8 | blue;
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    static byte[] jpeg(int width, int height, int noise) throws IOException {
        return jpeg(pixels(width, height, noise), 0.9f, ImageWriteParam.MODE_DISABLED);
    }

    /** Of noise and hardly compressed: 2 bytes a pixel. */
    static byte[] progressiveJpeg(int width, int height) throws IOException {
        return jpeg(pixels(width, height, 255), 0.98f, ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] jpeg(BufferedImage image, float quality, int progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(progressive);
            return written(writer, param, image);
        } finally {
            writer.dispose();
        }
    }

    /** Noise does not become smaller, so it is stored: 3 bytes a pixel. */
    static byte[] png(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
            return written(writer, param, pixels(width, height, 255));
        } finally {
            writer.dispose();
        }
    }

    private static byte[] written(ImageWriter writer, ImageWriteParam param, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }

    /** With EXIF in front of all else, as a camera writes it: an orientation, and a thumbnail of so many bytes. */
    static byte[] withExif(byte[] jpeg, int orientation, int thumbnailBytes) {
        byte[] exif = exif(orientation, thumbnailBytes);
        return ByteBuffer.allocate(jpeg.length + 2 * Short.BYTES + exif.length)
                .put(jpeg, 0, JPEG_START)
                .putShort((short) 0xFFE1)
                .putShort((short) (Short.BYTES + exif.length))
                .put(exif)
                .put(jpeg, JPEG_START, jpeg.length - JPEG_START)
                .array();
    }

    private static byte[] exif(int orientation, int thumbnailBytes) {
        int second = 8 + 2 + ENTRY + 4; // where the second directory begins, in TIFF bytes
        int thumbnail = second + 2 + 2 * ENTRY + 4;
        ByteBuffer tiff = ByteBuffer.allocate(6 + thumbnail + thumbnailBytes)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8);
        tiff.putShort((short) 1);
        entry(tiff, 0x0112, 3, orientation << 16).putInt(second);
        tiff.putShort((short) 2);
        entry(tiff, 0x0201, 4, thumbnail);
        entry(tiff, 0x0202, 4, thumbnailBytes).putInt(0);
        return tiff.put(new byte[thumbnailBytes]).array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int value) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }
}
