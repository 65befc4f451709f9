package io.mediapreflight;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
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
 * @param lasting whether another examination of the same bytes would find the same; false after an accident, such as a
 *     timeout or a disk that fails
 */
public record Examination(
        Optional<DecoderResult> decoderResult, List<Advice> advice, long elapsedNanos, boolean lasting) {
    public Examination {
        advice = List.copyOf(advice);
        lasting = lasting && decoderResult.map(Examination::isLasting).orElse(true);
    }

    /** Without an accident, but for one that the decoder had. */
    public Examination(Optional<DecoderResult> decoderResult, List<Advice> advice, long elapsedNanos) {
        this(decoderResult, advice, elapsedNanos, true);
    }

    /** By a decoder. */
    public Examination(DecoderResult decoderResult, List<Advice> advice, long elapsedNanos) {
        this(Optional.of(decoderResult), advice, elapsedNanos);
    }

    private static boolean isLasting(DecoderResult result) {
        return !(result.decoding() instanceof Decoding.Undecided undecided) || undecided.lasting();
    }
}
