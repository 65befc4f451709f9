package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.ffmpeg.content.BlockFlow.Flow;
import io.mediapreflight.ffmpeg.content.BlockFlow.Place;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Finds where the camera moves or zooms: where what shows at the edges of the frames moves as one, and by enough within a second. A sway
 * that comes back adds up to nothing, a slow pan to what it is.
 */
final class CameraMoves {
    /** Places that have to move as one at the left, and at the right. */
    private static final int MIN_PLACES = 2;

    /** Pixels from one frame to the next that was looked at, by which places that stand are distinguished from those that move. */
    private static final double FAST = 0.3;

    private static final double STANDS = 0.12;

    private final List<Stretch> found = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    /** From one frame to the next that was looked at. */
    private record Step(Fraction from, double seconds, GlobalMotion motion) {}

    /**
     * Takes a frame.
     *
     * @param from when the one before was shown
     * @param match between the two
     */
    void add(Fraction from, Fraction at, Thumb before, Thumb frame, BlockMatch match) {
        List<Flow> flows = BlockFlow.between(before, frame, match.across(), match.down());
        GlobalMotion motion = GlobalMotion.of(flows);
        double half = Math.max(frame.width(), frame.height()) / 2.0;
        boolean isCut = match.residual() >= ContentThresholds.CUT_RESIDUAL;
        if (isCut || (motion.length(half) >= FAST && standing(flows, motion) >= ContentThresholds.CAMERA_STANDING)) {
            steps.clear();
        }
        if (isCamera(flows, motion)) {
            steps.addFirst(new Step(from, seconds(from), motion));
            look(at, half);
        }
    }

    /** How many places stand while most are said to move: behind a figure that is larger than what shows of its background. */
    private static long standing(List<Flow> flows, GlobalMotion motion) {
        return flows.stream()
                .filter(flow -> motion.at(flow) >= FAST
                        && !motion.explains(flow)
                        && Math.hypot(flow.across(), flow.down()) <= STANDS)
                .count();
    }

    /** Whether the places at the left, at the right and in the upper corners move as one. */
    private static boolean isCamera(List<Flow> flows, GlobalMotion motion) {
        return agrees(flows, motion, ContentThresholds.CAMERA_AGREEMENT, 2 * MIN_PLACES, Place.values())
                && agrees(flows, motion, ContentThresholds.CAMERA_AGREEMENT, MIN_PLACES, Place.LEFT, Place.TOP_LEFT)
                && agrees(flows, motion, ContentThresholds.CAMERA_AGREEMENT, MIN_PLACES, Place.RIGHT, Place.TOP_RIGHT)
                && agrees(flows, motion, ContentThresholds.CAMERA_CORNERS, 1, Place.TOP_LEFT, Place.TOP_RIGHT);
    }

    private static boolean agrees(List<Flow> flows, GlobalMotion motion, double part, int least, Place... places) {
        int found = 0;
        int moved = 0;
        for (Flow flow : flows) {
            if (isOneOf(flow.place(), places)) {
                found++;
                moved += motion.explains(flow) ? 1 : 0;
            }
        }
        return moved >= least && moved >= part * found;
    }

    private static boolean isOneOf(Place place, Place... places) {
        for (Place each : places) {
            if (each == place) {
                return true;
            }
        }
        return false;
    }

    private static double seconds(Fraction at) {
        return (double) at.numerator() / at.denominator();
    }

    /** Looks back for the shortest time in which the camera has come far enough. */
    private void look(Fraction at, double half) {
        double now = seconds(at);
        GlobalMotion way = GlobalMotion.NONE;
        Iterator<Step> back = steps.iterator();
        while (back.hasNext()) {
            Step step = back.next();
            if (now - step.seconds > ContentThresholds.CAMERA_SECONDS) {
                back.remove();
                continue;
            }
            way = way.plus(step.motion);
            if (way.length(half) >= ContentThresholds.CAMERA_WAY) {
                note(new Stretch(step.from, at));
                return;
            }
        }
    }

    private void note(Stretch stretch) {
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).to().isAtLeast(stretch.from())) {
            Fraction from = found.get(last).from().min(stretch.from());
            found.set(last, new Stretch(from, stretch.to()));
        } else {
            found.add(stretch);
        }
    }

    /** The stretches in which the camera moves, in their order. */
    List<Stretch> found() {
        return List.copyOf(found);
    }
}
