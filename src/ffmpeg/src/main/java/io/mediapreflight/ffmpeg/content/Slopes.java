package io.mediapreflight.ffmpeg.content;

/** One step of the search for a block, as sums over its pixels: how far it lies from where it was looked for. */
final class Slopes {
    /** Pixels that must lie inside both frames. */
    private static final int MIN_PIXELS = 18;

    /** What the squares of slopes come to on average in the direction that has least: an edge shows only what moves across it. */
    private static final double MIN_SLOPE = 0.002 * Thumb.FORM_UNIT * Thumb.FORM_UNIT;

    private double x;
    private double y;
    private double rest;
    private double xx;
    private double xy;
    private double yy;
    private double xRest;
    private double yRest;
    private int pixels;

    /**
     * Takes a pixel.
     *
     * @param slopeX how the luma rises to the right
     * @param slopeY how it rises downwards
     * @param remaining by how much the pixel is brighter than where it was looked for
     */
    void add(double slopeX, double slopeY, double remaining) {
        x += slopeX;
        y += slopeY;
        rest += remaining;
        xx += slopeX * slopeX;
        xy += slopeX * slopeY;
        yy += slopeY * slopeY;
        xRest += slopeX * remaining;
        yRest += slopeY * remaining;
        pixels++;
    }

    /** Leaves out what all pixels have in common, when there are no more: a block that is brighter as a whole has not moved. */
    void centre() {
        if (pixels > 0) {
            xx -= x * x / pixels;
            xy -= x * y / pixels;
            yy -= y * y / pixels;
            xRest -= x * rest / pixels;
            yRest -= y * rest / pixels;
        }
    }

    /** Whether there is form in both directions: the smaller eigenvalue of the slopes' matrix. */
    boolean canBeSolved() {
        double half = (xx + yy) / 2;
        double smaller = half - Math.sqrt(Math.max(0, half * half - determinant()));
        return pixels >= MIN_PIXELS && smaller >= MIN_SLOPE * pixels;
    }

    double across() {
        return (yy * xRest - xy * yRest) / determinant();
    }

    double down() {
        return (xx * yRest - xy * xRest) / determinant();
    }

    private double determinant() {
        return xx * yy - xy * xy;
    }
}
