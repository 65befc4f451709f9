package io.mediapreflight.cli.audit;

import java.io.IOException;
import java.util.Optional;

/** The steps in which a file is written beside an audit, which goes on without them: after one that failed none is taken. */
final class WritingSteps {
    private Optional<IOException> failure = Optional.empty();

    /** One of them. */
    interface Step {
        void run() throws IOException;
    }

    void take(Step step) {
        if (failure.isEmpty()) {
            try {
                step.run();
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    /** Of the one that failed. */
    Optional<IOException> failure() {
        return failure;
    }
}
