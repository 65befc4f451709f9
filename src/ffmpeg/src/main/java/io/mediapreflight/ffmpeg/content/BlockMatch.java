package io.mediapreflight.ffmpeg.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How far one frame can be put together from pieces of another, each moved as suits it best. A pan, a shake or a
 * subject that moves explains itself in this way; another scene does not.
 */
final class BlockMatch {
    /** Pixels of a {@link Thumb}: a sixth of the frame's longer side, large enough to hold a piece of form. */
    private static final int BLOCK = 8;

    /** Steps at half size, each way: a quarter of the longer side from one frame to the next. */
    private static final int REACH_ACROSS = 6;

    /** The same for the shorter side; for a portrait frame the two change places. */
    private static final int REACH_DOWN = 4;

    /** One standard deviation: what blocks differ by beyond it says nothing more. */
    private static final int CAP = Thumb.FORM_UNIT;

    /** A block that differs by less than this where it stands need not be searched for. */
    private static final int STANDS = Thumb.FORM_UNIT / 20;

    /** A block that fits so well where the one before it came from need not be searched for farther away. */
    private static final int FITS = Thumb.FORM_UNIT / 10;

    /** A block is followed only where its own form is this strong: a plain wall is everywhere. */
    private static final int FORM_TO_FOLLOW = Thumb.FORM_UNIT / 5;

    /** Where at least this part of the blocks can be followed, the way of the middle one is the camera's. */
    private static final int PART_TO_FOLLOW = 3;

    private final Thumb before;
    private final Thumb after;
    private final int reachAcross;
    private final int reachDown;
    private final List<Block> blocks = new ArrayList<>();
    private int coarseAcross;
    private int coarseDown;

    /** Where a block is, how far it lies from where it was found, what it differs by from that, and whether that is its place. */
    private record Block(
            int left, int top, int right, int bottom, int across, int down, double residual, boolean followed) {}

    private BlockMatch(Thumb before, Thumb after) {
        this.before = before;
        this.after = after;
        boolean landscape = after.width() >= after.height();
        reachAcross = landscape ? REACH_ACROSS : REACH_DOWN;
        reachDown = landscape ? REACH_DOWN : REACH_ACROSS;
        int across = Math.max(1, after.width() / BLOCK);
        int down = Math.max(1, after.height() / BLOCK);
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                blocks.add(match(
                        column * after.width() / across,
                        row * after.height() / down,
                        (column + 1) * after.width() / across,
                        (row + 1) * after.height() / down));
            }
        }
    }

    /** Matches frames of one size. */
    static BlockMatch between(Thumb before, Thumb after) {
        return new BlockMatch(before, after);
    }

    /**
     * What remains unexplained: 0 (the same frame, with pieces moved) to 1 (nothing in common). What a camera that
     * moves uncovers at an edge is left out: no frame before could show it. Form that vanishes counts as well, though
     * a plain frame could be put together from the plain pieces of any other.
     */
    double residual() {
        int across = middle(Block::across);
        int down = middle(Block::down);
        double unexplained = blocks.stream()
                .filter(block ->
                        isInside(block.left + across, block.top + down, block.right + across, block.bottom + down))
                .mapToDouble(block -> Math.min(block.residual, CAP))
                .average()
                .orElse(CAP);
        double vanished = Math.abs(before.strength() - after.strength()) / Thumb.FORM_UNIT;
        return Math.min(1, Math.max(unexplained / CAP, vanished));
    }

    /** How far the middle one of the blocks that can be followed has moved, in parts of the longer side; 0 where none can. */
    double way() {
        double[] ways = blocks.stream()
                .filter(Block::followed)
                .mapToDouble(block -> Math.hypot(block.across, block.down))
                .sorted()
                .toArray();
        return ways.length == 0 ? 0 : ways[ways.length / 2] / Math.max(after.width(), after.height());
    }

    /** How far to the right of its place the frame lay before, as most of it says; 0 where too little can be followed. */
    int across() {
        return middle(Block::across);
    }

    /** The same, downwards. */
    int down() {
        return middle(Block::down);
    }

    /** The middle one of the blocks that can be followed; 0 where they are too few to speak for the frame. */
    private int middle(ToIntFunction<Block> way) {
        int[] ways =
                blocks.stream().filter(Block::followed).mapToInt(way).sorted().toArray();
        return ways.length * PART_TO_FOLLOW < blocks.size() ? 0 : ways[ways.length / 2];
    }

    private boolean isInside(int left, int top, int right, int bottom) {
        return left >= 0 && top >= 0 && right <= after.width() && bottom <= after.height();
    }

    private Block match(int left, int top, int right, int bottom) {
        int area = (right - left) * (bottom - top);
        int least = difference(left, top, right, bottom, 0, 0, Integer.MAX_VALUE);
        int across = 0;
        int down = 0;
        if (least > STANDS * area) {
            coarse(left / 2, top / 2, (right + 1) / 2, (bottom + 1) / 2);
            for (int dy = 2 * coarseDown - 1; dy <= 2 * coarseDown + 1; dy++) {
                for (int dx = 2 * coarseAcross - 1; dx <= 2 * coarseAcross + 1; dx++) {
                    int found = difference(left, top, right, bottom, dx, dy, least);
                    if (found < least) {
                        least = found;
                        across = dx;
                        down = dy;
                    }
                }
            }
        }
        double residual = (double) least / area;
        double form = strength(left, top, right, bottom);
        boolean followed = form > FORM_TO_FOLLOW && residual < form / 2;
        return new Block(left, top, right, bottom, across, down, residual, followed);
    }

    /** The best place at half size. That of the block before is tried first: most others are then left early. */
    private void coarse(int left, int top, int right, int bottom) {
        int leftMost = -Math.min(reachAcross, left);
        int rightMost = Math.min(reachAcross, after.halfWidth() - right);
        int highest = -Math.min(reachDown, top);
        int lowest = Math.min(reachDown, after.halfHeight() - bottom);
        coarseAcross = Math.max(leftMost, Math.min(rightMost, coarseAcross));
        coarseDown = Math.max(highest, Math.min(lowest, coarseDown));
        int least = halfDifference(left, top, right, bottom, coarseAcross, coarseDown, Integer.MAX_VALUE);
        if (least < FITS * (right - left) * (bottom - top)) {
            return;
        }
        for (int dy = highest; dy <= lowest; dy++) {
            for (int dx = leftMost; dx <= rightMost; dx++) {
                int found = halfDifference(left, top, right, bottom, dx, dy, least);
                if (found < least) {
                    least = found;
                    coarseAcross = dx;
                    coarseDown = dy;
                }
            }
        }
    }

    private int halfDifference(int left, int top, int right, int bottom, int dx, int dy, int enough) {
        int width = after.halfWidth();
        int sum = 0;
        for (int y = top; y < bottom && sum < enough; y++) {
            int from = y * width + left;
            sum += rowDifference(after.halfForm(), from, before.halfForm(), from + dy * width + dx, right - left);
        }
        return sum;
    }

    /** The sum over a block; something not less than {@code enough} where it reaches that, or would leave the frame. */
    private int difference(int left, int top, int right, int bottom, int dx, int dy, int enough) {
        if (!isInside(left + dx, top + dy, right + dx, bottom + dy)) {
            return Integer.MAX_VALUE;
        }
        int width = after.width();
        int sum = 0;
        for (int y = top; y < bottom && sum < enough; y++) {
            sum += rowDifference(
                    after.form(), y * width + left, before.form(), (y + dy) * width + left + dx, right - left);
        }
        return sum;
    }

    /** Four at a time: rows are of 4 or 8, too short for what the compiler makes of a plain loop. */
    private static int rowDifference(int[] one, int from, int[] other, int otherFrom, int length) {
        int sum = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            sum += Math.abs(one[from + i] - other[otherFrom + i])
                    + Math.abs(one[from + i + 1] - other[otherFrom + i + 1])
                    + Math.abs(one[from + i + 2] - other[otherFrom + i + 2])
                    + Math.abs(one[from + i + 3] - other[otherFrom + i + 3]);
        }
        for (; i < length; i++) {
            sum += Math.abs(one[from + i] - other[otherFrom + i]);
        }
        return sum;
    }

    private double strength(int left, int top, int right, int bottom) {
        int[] form = after.form();
        int area = (right - left) * (bottom - top);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += form[y * after.width() + x];
            }
        }
        long mean = sum / area;
        long deviations = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                deviations += Math.abs(form[y * after.width() + x] - mean);
            }
        }
        return (double) deviations / area;
    }
}
