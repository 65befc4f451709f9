package io.mediapreflight;

import io.mediapreflight.opinion.SecondOpinion;
import io.mediapreflight.rule.Advice;
import java.util.List;

/**
 * What came of opening a file with a decoder.
 *
 * @param opinion what the rules judge by, beside the headers
 * @param advice what else is worth knowing, in the order of {@link io.mediapreflight.spec.AdviceId}; it changes no outcome
 * @param elapsedNanos how long it took
 */
public record Examination(SecondOpinion opinion, List<Advice> advice, long elapsedNanos) {
    public Examination {
        advice = List.copyOf(advice);
    }
}
