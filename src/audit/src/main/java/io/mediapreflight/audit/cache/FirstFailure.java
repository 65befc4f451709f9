package io.mediapreflight.audit.cache;

import io.mediapreflight.text.Phrase;
import java.util.Optional;

/** The first thing that went wrong, in a clause. What goes wrong after it mostly follows from it. */
final class FirstFailure {
    private Optional<Phrase> first = Optional.empty();

    /** @param key of the message that says what could not be done */
    synchronized void note(String key, Exception cause) {
        if (first.isEmpty()) {
            Phrase reason = cause.getMessage() == null
                    ? Phrase.of("audit:cache.failed.unknown")
                    : Phrase.verbatim(cause.getMessage());
            first = Optional.of(
                    Phrase.of("audit:cache.failed").with("what", Phrase.of(key)).with("reason", reason));
        }
    }

    synchronized Optional<String> first() {
        return first.map(Phrase::toString);
    }
}
