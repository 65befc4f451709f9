package io.mediapreflight.ffmpeg.thumbnail;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.Frame;

/** Decoded pixels on their way to a small file. */
final class Pixels {
    private static final int BYTES_PER_PIXEL = 3;
    private static final int QUARTER_TURN = 90;

    private Pixels() {}

    /** By hand: JavaCV's own converter fails on frames that are one pixel wide. */
    static BufferedImage of(Frame frame) {
        BufferedImage image = new BufferedImage(frame.imageWidth, frame.imageHeight, BufferedImage.TYPE_3BYTE_BGR);
        byte[] row = new byte[BYTES_PER_PIXEL * frame.imageWidth];
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        byte[] into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < frame.imageHeight; y++) {
            pixels.get(y * frame.imageStride, row);
            System.arraycopy(row, 0, into, y * row.length, row.length);
        }
        return image;
    }

    /** Turned clockwise by so many degrees, and then with left and right exchanged. */
    static BufferedImage turned(BufferedImage image, int degrees, boolean mirrored) {
        BufferedImage turned = image;
        for (int turn = 0; turn < degrees; turn += QUARTER_TURN) {
            turned = quarterTurned(turned);
        }
        return mirrored ? mirrored(turned) : turned;
    }

    private static BufferedImage quarterTurned(BufferedImage image) {
        int width = image.getHeight();
        BufferedImage turned = new BufferedImage(width, image.getWidth(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(width - 1 - y, x, image.getRGB(x, y));
            }
        }
        return turned;
    }

    private static BufferedImage mirrored(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage mirrored = new BufferedImage(width, image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                mirrored.setRGB(width - 1 - x, y, image.getRGB(x, y));
            }
        }
        return mirrored;
    }

    static byte[] png(BufferedImage image) throws IOException {
        return written(image, "png");
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        return written(image, "jpeg");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
