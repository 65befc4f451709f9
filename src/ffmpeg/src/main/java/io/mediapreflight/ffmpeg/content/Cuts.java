package io.mediapreflight.ffmpeg.content;

import static io.mediapreflight.ffmpeg.content.ContentThresholds.CUT_OVER_NEIGHBOURS;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.CUT_RESIDUAL;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.CUT_SPACING_SECONDS;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.FLASH_FRAMES;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.FLASH_RETURN;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.FLASH_SECONDS;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.FLASH_START;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.NEIGHBOURS;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.NEIGHBOUR_RANK;
import static io.mediapreflight.ffmpeg.content.ContentThresholds.NEIGHBOUR_SECONDS;

import io.mediapreflight.spec.Fraction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Finds hard cuts. A frame begins a shot where it cannot be put together from the one before ({@link BlockMatch}),
 * where that stands out among its neighbours, and where the scene before does not come back at once, as after a flash.
 */
final class Cuts {
    /** Flashes followed at a time. More in {@link ContentThresholds#FLASH_SECONDS} are a strobe, which stands out nowhere. */
    private static final int MAX_OPEN = 8;

    private final List<Fraction> times = new ArrayList<>();
    private double[] residuals = new double[256];
    private final BitSet flashes = new BitSet();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A frame that may begin a shot, and the one before it. */
    private record Open(int index, Thumb before) {}

    /**
     * Takes a frame.
     *
     * @param residual what of it the one before does not explain; 0 for the first, and for what comes out of the black
     *     that a video begins with
     */
    void add(Fraction at, Thumb before, Thumb frame, double residual) {
        int index = times.size();
        times.add(at);
        if (index == residuals.length) {
            residuals = Arrays.copyOf(residuals, 2 * index);
        }
        residuals[index] = residual;
        closeFlashes(index, frame);
        if (residual >= FLASH_START && open.size() < MAX_OPEN) {
            open.add(new Open(index, before));
        }
    }

    private void closeFlashes(int index, Thumb frame) {
        Iterator<Open> each = open.iterator();
        while (each.hasNext()) {
            Open start = each.next();
            boolean late = index - start.index > FLASH_FRAMES && seconds(index) - seconds(start.index) > FLASH_SECONDS;
            if (late) {
                each.remove();
            } else if (BlockMatch.between(start.before, frame).residual()
                    <= Math.min(FLASH_RETURN * residuals[start.index], CUT_RESIDUAL)) {
                flashes.set(start.index, index + 1);
                each.remove();
            }
        }
    }

    /** When shots begin, but the first, in their order. The last frames begin none: they could as well be a flash. */
    List<Fraction> found() {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 1; i + FLASH_FRAMES < times.size(); i++) {
            if (residuals[i] < CUT_RESIDUAL || flashes.get(i) || !standsOut(i)) {
                continue;
            }
            int last = cuts.size() - 1;
            boolean again = last >= 0 && seconds(i) - seconds(cuts.get(last)) < CUT_SPACING_SECONDS;
            if (!again) {
                cuts.add(i);
            } else if (residuals[i] > residuals[cuts.get(last)]) {
                cuts.set(last, i);
            }
        }
        return cuts.stream().map(times::get).toList();
    }

    private boolean standsOut(int index) {
        double[] highest = new double[NEIGHBOUR_RANK];
        for (int i = index - 1; i > 0 && isNeighbour(i, index); i--) {
            keep(highest, residuals[i]);
        }
        for (int i = index + 1; i < times.size() && isNeighbour(i, index); i++) {
            keep(highest, residuals[i]);
        }
        return residuals[index] >= CUT_OVER_NEIGHBOURS * highest[NEIGHBOUR_RANK - 1];
    }

    private boolean isNeighbour(int one, int other) {
        return Math.abs(one - other) <= NEIGHBOURS || Math.abs(seconds(one) - seconds(other)) <= NEIGHBOUR_SECONDS;
    }

    /** Puts a figure into its place among the highest so far. */
    private static void keep(double[] highest, double figure) {
        int place = highest.length;
        while (place > 0 && highest[place - 1] < figure) {
            place--;
        }
        if (place < highest.length) {
            System.arraycopy(highest, place, highest, place + 1, highest.length - place - 1);
            highest[place] = figure;
        }
    }

    private double seconds(int index) {
        Fraction at = times.get(index);
        return (double) at.numerator() / at.denominator();
    }
}
