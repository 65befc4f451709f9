package io.mediapreflight.ffmpeg.content;

import java.util.Arrays;

/**
 * A frame made smaller still, by the mean of squares of pixels: small enough to compare with many others, and so
 * coarse that noise averages out. Beside the luma it keeps the same frame without its brightness and contrast, so
 * that neither an exposure that changes nor a fade looks like another scene.
 */
final class Thumb {
    /** The longer side at most. A step of one pixel is then 2 % of the frame, a search of a quarter 12 steps. */
    static final int LONGER_SIDE = 48;

    /** Fixed point of {@link #luma}: a mean of 16 pixels keeps its fraction. */
    static final int LUMA_UNIT = 16;

    /** Fixed point of {@link #form}: this much is one standard deviation. */
    static final int FORM_UNIT = 256;

    private final int width;
    private final int height;
    private final int[] luma;
    private final int[] form;
    private final int[] halfForm;
    private final double strength;

    Thumb(LumaFrame frame) {
        int longer = Math.max(frame.width(), frame.height());
        int factor = (longer + LONGER_SIDE - 1) / LONGER_SIDE;
        width = Math.max(1, frame.width() / factor);
        height = Math.max(1, frame.height() / factor);
        luma = means(frame, Math.min(factor, frame.width()), Math.min(factor, frame.height()));
        form = normalised();
        halfForm = halved();
        strength = Arrays.stream(form).map(Math::abs).average().orElse(0);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Luma in {@link #LUMA_UNIT}s, row by row; not to be written to. */
    int[] luma() {
        return luma;
    }

    /** Luma less the mean, in {@link #FORM_UNIT}s of a standard deviation; not to be written to. */
    int[] form() {
        return form;
    }

    /** {@link #form} at half the width and height, each rounded up; not to be written to. */
    int[] halfForm() {
        return halfForm;
    }

    int halfWidth() {
        return (width + 1) / 2;
    }

    int halfHeight() {
        return (height + 1) / 2;
    }

    /** The standard deviation of the luma, in luma steps. */
    static double deviation(int[] luma) {
        long sum = 0;
        long squares = 0;
        for (int value : luma) {
            sum += value;
            squares += (long) value * value;
        }
        double mean = (double) sum / luma.length;
        return Math.sqrt(Math.max(0, (double) squares / luma.length - mean * mean)) / LUMA_UNIT;
    }

    /** The mean distance of {@link #form} from 0: near 200 for most frames, near 0 for a plain one. */
    double strength() {
        return strength;
    }

    private int[] means(LumaFrame frame, int across, int down) {
        int[] sums = new int[width * height];
        for (int y = 0; y < height * down; y++) {
            int from = y * frame.width();
            int row = y / down * width;
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int i = 0; i < across; i++) {
                    sum += frame.luma(from++);
                }
                sums[row + x] += sum;
            }
        }
        int area = across * down;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i] * LUMA_UNIT / area;
        }
        return sums;
    }

    private int[] normalised() {
        long sum = 0;
        for (int value : luma) {
            sum += value;
        }
        int mean = Math.toIntExact(sum / luma.length);
        double contrast = Math.max(deviation(luma), ContentThresholds.MIN_CONTRAST);
        int gain = (int) (FORM_UNIT * (double) FORM_UNIT / (contrast * LUMA_UNIT));
        int[] normal = new int[luma.length];
        for (int i = 0; i < luma.length; i++) {
            normal[i] = (luma[i] - mean) * gain / FORM_UNIT;
        }
        return normal;
    }

    private int[] halved() {
        int[] half = new int[halfWidth() * halfHeight()];
        for (int y = 0; y < halfHeight(); y++) {
            int upper = 2 * y * width;
            int lower = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < halfWidth(); x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, width - 1);
                half[y * halfWidth() + x] =
                        (form[upper + left] + form[upper + right] + form[lower + left] + form[lower + right]) / 4;
            }
        }
        return half;
    }
}
