package io.mediapreflight.ffmpeg.thumbnail;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.Frame;

/**
 * Decoded pixels on their way to a small file. FFmpeg encodes them as well: the images of the JDK are in a module that brings the
 * system's graphics with it, and that the packages' own JVM does not have.
 */
final class Pixels {
    static final int CHANNELS = 3;
    private static final int QUARTER_TURN = 90;

    private final int width;
    private final int height;
    private final byte[] bytes;

    /** @param bytes row by row, blue, green and red for each pixel */
    private Pixels(int width, int height, byte[] bytes) {
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }

    static Pixels of(Frame frame) {
        int row = CHANNELS * frame.imageWidth;
        byte[] bytes = new byte[row * frame.imageHeight];
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        for (int y = 0; y < frame.imageHeight; y++) {
            pixels.get(y * frame.imageStride, bytes, y * row, row);
        }
        return new Pixels(frame.imageWidth, frame.imageHeight, bytes);
    }

    /** Turned clockwise by so many degrees, and then with left and right exchanged. */
    Pixels turned(int degrees, boolean mirrored) {
        Pixels turned = this;
        for (int turn = 0; turn < degrees; turn += QUARTER_TURN) {
            turned = turned.quarterTurned();
        }
        return mirrored ? turned.mirrored() : turned;
    }

    private Pixels quarterTurned() {
        byte[] turned = new byte[bytes.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copyPixel(y * width + x, turned, x * height + height - 1 - y);
            }
        }
        return new Pixels(/* width= */ height, /* height= */ width, turned);
    }

    private Pixels mirrored() {
        byte[] mirrored = new byte[bytes.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copyPixel(y * width + x, mirrored, y * width + width - 1 - x);
            }
        }
        return new Pixels(width, height, mirrored);
    }

    private void copyPixel(int from, byte[] into, int to) {
        System.arraycopy(bytes, from * CHANNELS, into, to * CHANNELS, CHANNELS);
    }

    byte[] png() throws IOException {
        return encoded(avcodec.AV_CODEC_ID_PNG, avutil.AV_PIX_FMT_RGB24);
    }

    byte[] jpeg() throws IOException {
        return encoded(avcodec.AV_CODEC_ID_MJPEG, avutil.AV_PIX_FMT_YUVJ420P);
    }

    private byte[] encoded(int codec, int pixelFormat) throws IOException {
        try (Encoder encoder = new Encoder(width, height, codec, pixelFormat)) {
            return encoder.encoded(bytes);
        }
    }
}
