package io.mediapreflight.ffmpeg.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the blocks along the edges of a frame lay in another, to a small part of a pixel, by the slopes of the luma (Lucas and Kanade
 * 1981). What stands behind a figure shows mostly there.
 */
final class BlockFlow {
    /** Pixels of a {@link Thumb}. Smaller than for cuts: more blocks separate the figure from its background. */
    private static final int BLOCK = 6;

    /** The outer quarter of the frame at the left and at the right, and the uppermost. */
    private static final int EDGE = 4;

    private static final int ITERATIONS = 3;

    /** What may remain of a block, in parts of its form: where more does, it was covered or changed. */
    private static final double MAX_REST = 0.5;

    /** How far the search may lead away from where it began, in pixels. */
    private static final double REACH = 2;

    private final Thumb before;
    private final Thumb after;
    private final int guessAcross;
    private final int guessDown;

    /**
     * Where one block lay.
     *
     * @param x its middle, to the right of the frame's
     * @param y its middle, below the frame's
     * @param across how far to the right of that it lay before
     * @param down how far below
     * @param place at which edge it is
     */
    record Flow(double x, double y, double across, double down, Place place) {}

    /** At which edge a block is. What lies in an upper corner counts as such, since no figure that stands covers it. */
    enum Place {
        LEFT,
        RIGHT,
        TOP,
        TOP_LEFT,
        TOP_RIGHT
    }

    private BlockFlow(Thumb before, Thumb after, int guessAcross, int guessDown) {
        this.before = before;
        this.after = after;
        this.guessAcross = guessAcross;
        this.guessDown = guessDown;
    }

    /**
     * The blocks along the edges that have enough form to be found, and were.
     *
     * @param guessAcross about how far to the right of its place the frame lay before, in pixels
     * @param guessDown about how far below
     */
    static List<Flow> between(Thumb before, Thumb after, int guessAcross, int guessDown) {
        return new BlockFlow(before, after, guessAcross, guessDown).flows();
    }

    private List<Flow> flows() {
        int columns = Math.max(1, after.width() / BLOCK);
        int rows = Math.max(1, after.height() / BLOCK);
        List<Flow> flows = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Optional<Place> place = place(column, columns, row < Math.max(1, rows / EDGE));
                if (place.isPresent()) {
                    find(
                                    column * after.width() / columns,
                                    row * after.height() / rows,
                                    (column + 1) * after.width() / columns,
                                    (row + 1) * after.height() / rows,
                                    place.get())
                            .ifPresent(flows::add);
                }
            }
        }
        return flows;
    }

    private static Optional<Place> place(int column, int columns, boolean isTop) {
        int outer = Math.max(1, columns / EDGE);
        if (column < outer) {
            return Optional.of(isTop ? Place.TOP_LEFT : Place.LEFT);
        }
        if (column >= columns - outer) {
            return Optional.of(isTop ? Place.TOP_RIGHT : Place.RIGHT);
        }
        return isTop ? Optional.of(Place.TOP) : Optional.empty();
    }

    private Optional<Flow> find(int left, int top, int right, int bottom, Place place) {
        double across = guessAcross;
        double down = guessDown;
        for (int i = 0; i < ITERATIONS; i++) {
            Slopes slopes = slopes(left, top, right, bottom, across, down);
            if (!slopes.canBeSolved()) {
                return Optional.empty();
            }
            across += slopes.across();
            down += slopes.down();
            if (Math.hypot(across - guessAcross, down - guessDown) > REACH) {
                return Optional.empty();
            }
        }
        if (rest(left, top, right, bottom, across, down) > MAX_REST) {
            return Optional.empty();
        }
        double x = (left + right - after.width()) / 2.0;
        double y = (top + bottom - after.height()) / 2.0;
        return Optional.of(new Flow(x, y, across, down, place));
    }

    private Slopes slopes(int left, int top, int right, int bottom, double across, double down) {
        Slopes slopes = new Slopes();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (isInside(x + across, y + down)) {
                    double slopeX = (at(x + across + 1, y + down) - at(x + across - 1, y + down)) / 2;
                    double slopeY = (at(x + across, y + down + 1) - at(x + across, y + down - 1)) / 2;
                    slopes.add(slopeX, slopeY, after.form()[y * after.width() + x] - at(x + across, y + down));
                }
            }
        }
        slopes.centre();
        return slopes;
    }

    /** What remains of a block against what it is in itself: 0 where it was found, 1 where nothing like it is there. */
    private double rest(int left, int top, int right, int bottom, double across, double down) {
        double here = 0;
        double there = 0;
        int count = 1;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (isInside(x + across, y + down)) {
                    here += after.form()[y * after.width() + x];
                    there += at(x + across, y + down);
                    count++;
                }
            }
        }
        double mean = here / count;
        double brighter = (here - there) / count;
        double rest = 0;
        double form = 1;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (isInside(x + across, y + down)) {
                    double value = after.form()[y * after.width() + x];
                    form += Math.abs(value - mean);
                    rest += Math.abs(value - at(x + across, y + down) - brighter);
                }
            }
        }
        return rest / form;
    }

    private boolean isInside(double x, double y) {
        return x >= 1 && y >= 1 && x < before.width() - 2 && y < before.height() - 2;
    }

    /** The frame before, between its pixels. */
    private double at(double x, double y) {
        int column = (int) x;
        int row = (int) y;
        double right = x - column;
        double low = y - row;
        int[] form = before.form();
        int at = row * before.width() + column;
        double upper = form[at] * (1 - right) + form[at + 1] * right;
        double lower = form[at + before.width()] * (1 - right) + form[at + before.width() + 1] * right;
        return upper * (1 - low) + lower * low;
    }
}
