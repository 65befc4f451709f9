package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.fix.FixPlan;

/** How much FFmpeg may write. */
final class WrittenBytes {
    /** A copy that is larger than this many times its maximum says enough about how large it would be. */
    private static final long FACTOR = 2;

    private WrittenBytes() {}

    /** More than that ends it. */
    static long max(FixPlan.Ready plan) {
        return Math.multiplyExact(plan.maxBytes(), FACTOR);
    }
}
