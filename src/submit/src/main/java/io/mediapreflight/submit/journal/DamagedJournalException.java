package io.mediapreflight.submit.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A line within the journal cannot be read, so the request that it forbade is unknown. */
public final class DamagedJournalException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<JournalDamage> damage;

    DamagedJournalException(Path file, List<JournalDamage> damage) {
        super("The journal " + file + " is damaged: " + damage.get(0)
                + (damage.size() == 1 ? "" : " and " + (damage.size() - 1) + " more")
                + " cannot be read, so it is not known whether this request was sent before."
                + " Nothing was sent. Look at the tasks of your account, then fix or remove the line,"
                + " or submit knowingly all the same.");
        this.damage = List.copyOf(damage);
    }

    /** The first lines that cannot be read. */
    public List<JournalDamage> damage() {
        return damage == null ? List.of() : damage;
    }
}
