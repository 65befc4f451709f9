package io.mediapreflight.submit.transport;

import java.time.Duration;

/** Waits; a test's one only writes down for how long. */
@FunctionalInterface
public interface Sleeper {
    /** Sleeps in the thread itself, never less than asked. */
    Sleeper THREAD = duration -> Thread.sleep(Math.max(0, duration.toMillis() + 1));

    void sleep(Duration duration) throws InterruptedException;
}
