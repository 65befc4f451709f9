package io.mediapreflight.ffmpeg.content;

/** How much light there is in a frame. */
final class Brightness {
    private static final int STEPS = 256;

    private Brightness() {}

    /** Whether a frame shows nothing but black; a few pixels of noise or a thin line are let pass. */
    static boolean isBlack(LumaFrame frame) {
        long most = (long) (frame.pixels() * ContentThresholds.BLACK_SHARE);
        long bright = 0;
        for (int i = 0; i < frame.pixels() && bright <= most; i++) {
            if (frame.luma(i) > ContentThresholds.BLACK_LUMA) {
                bright++;
            }
        }
        return bright <= most;
    }

    /** The luma under which this share of the pixels lies. */
    static int below(LumaFrame frame, double share) {
        int[] counts = new int[STEPS];
        for (int i = 0; i < frame.pixels(); i++) {
            counts[frame.luma(i)]++;
        }
        long wanted = (long) (frame.pixels() * share);
        int luma = 0;
        long seen = counts[0];
        while (luma < STEPS - 1 && seen <= wanted) {
            seen += counts[++luma];
        }
        return luma;
    }
}
