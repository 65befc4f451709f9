package io.mediapreflight.submit.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt, where the service does not say: twice as long each time, and never all at one moment. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** By then the longest is reached. */
    private static final int MAX_DOUBLINGS = 10;

    private final DoubleSupplier jitter;

    public Backoff(DoubleSupplier jitter) {
        this.jitter = jitter;
    }

    /** After so many failures, from 1 on: half of the full wait for certain, the other half at random. */
    public Duration after(int failures) {
        long full = FIRST.toMillis() << Math.min(Math.max(0, failures - 1), MAX_DOUBLINGS);
        long bounded = Math.min(full, LONGEST.toMillis());
        return Duration.ofMillis(bounded / 2 + (long) (bounded / 2.0 * jitter.getAsDouble()));
    }
}
