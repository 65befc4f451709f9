package io.mediapreflight.remote;

import java.time.Duration;

/** Waits before a request is tried again. */
@FunctionalInterface
public interface Sleeper {
    /** The thread sleeps. */
    Sleeper THREAD = pause -> Thread.sleep(pause.toMillis());

    /** Waits this long. */
    void sleep(Duration pause) throws InterruptedException;
}
