package io.mediapreflight.submit.journal;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A line within the journal cannot be read, so the request that it forbade is unknown. */
public final class DamagedJournalException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedJournalException(Path file, List<JournalDamage> damage) {
        super(Phrase.of(damage.size() == 1 ? "submit:journal.damaged" : "submit:journal.damaged-more")
                .with("file", file.toString())
                .with("place", damage.get(0).toString())
                .with("count", damage.size() - 1)
                .toString());
    }
}
