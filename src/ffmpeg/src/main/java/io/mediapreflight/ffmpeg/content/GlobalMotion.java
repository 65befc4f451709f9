package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.ffmpeg.content.BlockFlow.Flow;
import java.util.List;

/**
 * How a camera would have to move and zoom for most of what shows at the edges of a frame to lie where it does. A figure before a fixed
 * camera moves alone: what stands behind it does not follow.
 *
 * @param across by how far the middle of the frame moves, in pixels of a {@link Thumb}
 * @param down likewise
 * @param zoom by how many more pixels a place moves for each pixel between it and the middle
 */
record GlobalMotion(double across, double down, double zoom) {
    static final GlobalMotion NONE = new GlobalMotion(0, 0, 0);

    /** Pixels that a place may be off by, and the part of its way beyond that. */
    private static final double TOLERANCE = 0.16;

    private static final double PART = 0.1;

    /** From one frame to another soon after it. */
    private static final double MAX_ZOOM = 0.1;

    /** The motion that most places agree with; none where there are none. */
    static GlobalMotion of(List<Flow> flows) {
        GlobalMotion best = NONE;
        int most = 0;
        for (int i = 0; i < flows.size(); i++) {
            for (int j = i; j < flows.size(); j++) {
                GlobalMotion candidate = through(flows.get(i), flows.get(j));
                int agreeing = candidate.agreeing(flows);
                if (Math.abs(candidate.zoom) <= MAX_ZOOM && agreeing > most) {
                    best = candidate;
                    most = agreeing;
                }
            }
        }
        return best;
    }

    /** The motion of two places; a translation for one and itself. */
    private static GlobalMotion through(Flow one, Flow other) {
        double x = other.x() - one.x();
        double y = other.y() - one.y();
        double apart = x * x + y * y;
        double zoom = apart == 0 ? 0 : ((other.across() - one.across()) * x + (other.down() - one.down()) * y) / apart;
        return new GlobalMotion(
                (one.across() + other.across() - zoom * (one.x() + other.x())) / 2,
                (one.down() + other.down() - zoom * (one.y() + other.y())) / 2,
                zoom);
    }

    private int agreeing(List<Flow> flows) {
        int agreeing = 0;
        for (Flow flow : flows) {
            if (explains(flow)) {
                agreeing++;
            }
        }
        return agreeing;
    }

    /** Whether this place has moved so. */
    boolean explains(Flow flow) {
        double right = across + zoom * flow.x();
        double below = down + zoom * flow.y();
        double allowed = TOLERANCE + PART * Math.hypot(right, below);
        return Math.abs(right - flow.across()) <= allowed && Math.abs(below - flow.down()) <= allowed;
    }

    /** How far this place moves. */
    double at(Flow flow) {
        return Math.hypot(across + zoom * flow.x(), down + zoom * flow.y());
    }

    GlobalMotion plus(GlobalMotion next) {
        return new GlobalMotion(across + next.across, down + next.down, zoom + next.zoom);
    }

    /** How far the middle moves, or by zooming the sides, in pixels. */
    double length(double halfWidth) {
        return Math.max(Math.hypot(across, down), Math.abs(zoom) * halfWidth);
    }
}
