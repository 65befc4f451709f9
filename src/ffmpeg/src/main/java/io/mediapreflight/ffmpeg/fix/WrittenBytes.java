package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.SizeLimit;

/**
 * How much FFmpeg may write.
 *
 * @param max that a copy may have
 */
record WrittenBytes(long max) {
    /** A copy that is larger than this many times its maximum says enough about how large it would be. */
    private static final long FACTOR = 2;

    static WrittenBytes of(FixPlan.Ready plan, Limits limits) {
        SizeLimit size = plan.format().kind() == Kind.VIDEO ? limits.videoSize() : limits.imageSize();
        return new WrittenBytes(size.strictBytes());
    }

    /** More than that ends it. */
    long end() {
        return Math.multiplyExact(max, FACTOR);
    }
}
