package io.mediapreflight.fix;

import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.util.List;

/** What to do about a file that does not pass. One plan answers all its findings. */
public sealed interface FixPlan {
    /** For a file that passes. */
    record NotNeeded() implements FixPlan {}

    /**
     * Steps after which a copy passes.
     *
     * @param steps in the order in which they are carried out, 1 or more
     * @param source the format of the file
     * @param format the format of the copy
     * @param planned what the headers of the copy will say; by the same rules it passes
     * @param maxBytes the copy has at most so many
     */
    record Ready(List<Step> steps, Format source, Format format, MediaFacts planned, long maxBytes) implements FixPlan {
        public Ready {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("a plan without a step");
            }
        }
    }

    /**
     * Nothing automatic helps.
     *
     * @param reason a whole sentence
     */
    record Impossible(Phrase reason) implements FixPlan {
        /** For the reason of this key. */
        static Impossible since(String key) {
            return new Impossible(Phrase.of("plan.impossible." + key));
        }
    }

    /**
     * The headers do not say enough; a decoder may.
     *
     * @param reason a whole sentence
     */
    record NeedsExamination(Phrase reason) implements FixPlan {}
}
