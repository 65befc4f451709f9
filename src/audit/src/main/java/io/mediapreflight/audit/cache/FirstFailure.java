package io.mediapreflight.audit.cache;

import java.util.Optional;

/** The first thing that went wrong, in a sentence. What goes wrong after it mostly follows from it. */
final class FirstFailure {
    private Optional<String> first = Optional.empty();

    synchronized void note(String what, Exception cause) {
        if (first.isEmpty()) {
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            first = Optional.of(what + ": " + reason);
        }
    }

    synchronized Optional<String> first() {
        return first;
    }
}
