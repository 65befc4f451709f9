package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.util.Optional;

/** What became of fixing a file: reported beside the verdict on the original. */
public sealed interface Fixing {
    /** It passes, and nothing was written. */
    record NotNeeded() implements Fixing {}

    /**
     * It passes, and was copied as it is.
     *
     * @param copy the file that was written
     */
    record Copied(SourceName copy) implements Fixing {}

    /**
     * A copy was written, which passes.
     *
     * @param copy the verdict on it, under its name
     * @param plan what was done
     * @param command that does the same; empty where no command can name the original
     */
    record Fixed(MediaVerdict copy, FixPlan.Ready plan, Optional<FixCommand> command) implements Fixing {}

    /**
     * Nothing was written yet, and something would be.
     *
     * @param plan what would be done
     * @param command that does it; empty where no command can name the original
     */
    record Planned(FixPlan.Ready plan, Optional<FixCommand> command) implements Fixing {}

    /**
     * It passes, and would be copied as it is.
     *
     * @param copy the file that would be written
     */
    record ToBeCopied(SourceName copy) implements Fixing {}

    /**
     * Nothing was written.
     *
     * @param reason a complete sentence
     */
    record NotFixed(Phrase reason) implements Fixing {}
}
