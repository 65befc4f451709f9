package io.mediapreflight.remote;

import java.time.Duration;

/**
 * A moment after which nothing is waited for.
 *
 * @param limit how long it was away when it was set
 * @param end in the nanoseconds of {@link System#nanoTime}
 */
record Deadline(Duration limit, long end) {
    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** Whether there is time behind a pause. */
    boolean leaves(Duration pause) {
        return left().compareTo(pause) > 0;
    }
}
