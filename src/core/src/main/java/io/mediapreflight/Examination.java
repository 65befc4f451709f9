package io.mediapreflight;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.rule.Advice;
import java.util.List;
import java.util.Optional;

/**
 * The result of an examination beyond the headers.
 *
 * @param decoderResult what the rules use beside the headers; empty where only metadata were read
 * @param advice what else is worth knowing, in the order of {@link io.mediapreflight.spec.AdviceId}; it changes no
 *     outcome
 * @param elapsedNanos how long it took
 */
public record Examination(Optional<DecoderResult> decoderResult, List<Advice> advice, long elapsedNanos) {
    public Examination {
        advice = List.copyOf(advice);
    }

    /** By a decoder. */
    public Examination(DecoderResult decoderResult, List<Advice> advice, long elapsedNanos) {
        this(Optional.of(decoderResult), advice, elapsedNanos);
    }
}
