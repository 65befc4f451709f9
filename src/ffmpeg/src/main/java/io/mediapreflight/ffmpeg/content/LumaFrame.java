package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;

/** One frame, scaled down and without colour. */
public final class LumaFrame {
    private static final int BYTE = 0xFF;

    private final Fraction at;
    private final int width;
    private final int height;
    private final byte[] luma;

    /**
     * A frame.
     *
     * @param at when it is shown, in seconds from the start of the video; 0 for an image
     * @param width pixels, 1 or more
     * @param height pixels, 1 or more
     * @param luma 0 (black) to 255 (white, full range), row by row from the top, without padding; not copied
     */
    public LumaFrame(Fraction at, int width, int height, byte[] luma) {
        if (width < 1 || height < 1 || luma.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(luma.length + " pixels for " + width + "x" + height);
        }
        this.at = at;
        this.width = width;
        this.height = height;
        this.luma = luma;
    }

    /** When it is shown, in seconds from the start of the video. */
    public Fraction at() {
        return at;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** How many pixels it has. */
    int pixels() {
        return luma.length;
    }

    /** The luma of a pixel, 0 to 255, counted row by row from the top left. */
    public int luma(int index) {
        return luma[index] & BYTE;
    }
}
