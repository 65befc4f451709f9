package io.mediapreflight.remote;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;

/** Reads are tried again a few times, since they change nothing. */
final class Retries {
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int GROWTH = 4;

    private final Sleeper sleeper;

    Retries(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** One request. */
    interface Attempt<T> {
        T run() throws IOException;
    }

    <T> T run(Deadline deadline, Attempt<T> attempt) throws IOException {
        Duration usual = FIRST_PAUSE;
        for (int count = 1; ; count++) {
            try {
                return attempt.run();
            } catch (Transient e) {
                Duration pause = e.pause().orElse(usual);
                if (count == MAX_ATTEMPTS || !deadline.leaves(pause)) {
                    throw e.fault();
                }
                sleep(pause);
                usual = usual.multipliedBy(GROWTH);
            }
        }
    }

    private void sleep(Duration pause) throws ClosedByInterruptException {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }
}
