package io.mediapreflight.submit.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When something must be over, by a clock that runs on whatever is done to the time of day. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long start;
    private final Duration limit;

    private Deadline(Duration limit, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.limit = limit;
    }

    /** This long from now. */
    public static Deadline after(Duration limit, LongSupplier nanoTime) {
        return new Deadline(limit, nanoTime);
    }

    /** How long there is until then; negative behind it. */
    public Duration left() {
        return limit.minusNanos(nanoTime.getAsLong() - start);
    }

    public boolean hasPassed() {
        return !isAfter(Duration.ZERO);
    }

    /** Whether there is more time than this. */
    public boolean isAfter(Duration wait) {
        return left().compareTo(wait) > 0;
    }
}
