package io.mediapreflight.cli.options;

import io.mediapreflight.request.Misspelling;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be, as a question. */
public final class Suggestion {
    /** Two slips in a name of ordinary length; more in a longer one. */
    private static final int MIN_SLIPS = 2;

    private Suggestion() {}

    /** Such as {@code Did you mean --strict?}; empty where nothing known is near. */
    public static Optional<Phrase> of(String typed, List<String> known) {
        return name(typed, known).map(name -> Phrase.of("cli:hint.meant").with("name", name));
    }

    static Optional<String> name(String typed, List<String> known) {
        return Misspelling.meant(typed, known, Suggestion::slips);
    }

    /** Half of a short name may be wrong by chance, so fewer slips count there. */
    private static int slips(String candidate) {
        int letters = candidate.replace("-", "").length();
        return Math.min(letters / 3, Math.max(MIN_SLIPS, letters / 4));
    }
}
