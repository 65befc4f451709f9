package io.mediapreflight.submit.json;

import io.mediapreflight.request.Misspelling;
import java.util.Collection;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be. */
final class Suggestion {
    /** Two typing errors in a name of ordinary length; more in a longer one. */
    private static final int MIN_DISTANCE = 2;

    private Suggestion() {}

    static Optional<String> of(String name, Collection<String> known) {
        return Misspelling.meant(name, known.stream().sorted().toList(), Suggestion::allowed);
    }

    private static int allowed(String candidate) {
        return Math.min(candidate.length() / 2, Math.max(MIN_DISTANCE, candidate.length() / 4));
    }
}
