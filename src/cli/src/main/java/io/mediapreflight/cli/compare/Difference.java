package io.mediapreflight.cli.compare;

import io.mediapreflight.text.Phrase;
import java.util.Optional;

/**
 * A fact of which another program says something else.
 *
 * @param ours empty where the headers do not say, as we read them
 * @param reason why the two may differ without one of them being wrong, where that is known
 */
record Difference(Fact fact, Optional<Said> ours, MediaTool tool, Said theirs, Optional<Reason> reason) {
    /** As a person reads it. */
    Phrase text() {
        Phrase plain = Phrase.of(ours.isPresent() ? "cli:compare.difference" : "cli:compare.only-theirs")
                .with("fact", fact.key())
                .with("ours", ours.map(Said::text).orElse(""))
                .with("tool", tool.program())
                .with("theirs", theirs.text());
        return reason.map(why -> Phrase.of("cli:compare.explained")
                        .with("difference", plain)
                        .with("reason", why.text()))
                .orElse(plain);
    }
}
