package io.mediapreflight.remote;

import io.mediapreflight.UnreachableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A request failed in a way that may be over by the next one. */
final class Transient extends IOException {
    private static final long serialVersionUID = 1L;

    private final UnreachableException fault;
    private final transient Optional<Duration> pause;

    /**
     * @param fault what to say where it is not
     * @param pause how long the server asks to wait
     */
    Transient(UnreachableException fault, Optional<Duration> pause) {
        super(fault.getMessage());
        this.fault = fault;
        this.pause = pause;
    }

    UnreachableException fault() {
        return fault;
    }

    Optional<Duration> pause() {
        return pause;
    }
}
