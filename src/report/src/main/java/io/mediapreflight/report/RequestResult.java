package io.mediapreflight.report;

import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request, and what became of it and its media: a whole body, a row of a manifest, or an image and a film that belong
 * together.
 *
 * @param source what the request is called; for a row, what its manifest is called
 * @param findings its own, worst first, then in the order of SPEC.md
 * @param media images, then films
 * @param elapsedNanos how long the judging took
 * @param line where in its manifest it begins, from 1; empty where it is no row
 * @param id what its manifest calls it
 * @param acceptances of its own findings, where a baseline has some; those of the media are with the media
 * @param advice about the request itself; it changes no outcome
 */
public record RequestResult(
        SourceName source,
        List<Finding> findings,
        List<MediumResult> media,
        long elapsedNanos,
        OptionalLong line,
        Optional<String> id,
        Map<Finding, Acceptance> acceptances,
        List<Advice> advice) {
    public RequestResult {
        advice = List.copyOf(advice);
        findings = List.copyOf(findings);
        media = List.copyOf(media);
        acceptances = Map.copyOf(acceptances);
    }

    /** A request that is no row of a manifest, without a baseline. */
    public RequestResult(
            SourceName source,
            List<Finding> findings,
            List<MediumResult> media,
            List<Advice> advice,
            long elapsedNanos) {
        this(source, findings, media, elapsedNanos, OptionalLong.empty(), Optional.empty(), Map.of(), advice);
    }

    /** The worst of its findings' severities and its media's outcomes. */
    public Outcome outcome() {
        Outcome worst = Outcome.PASS;
        for (Finding finding : findings) {
            worst = worst.worse(finding.severity());
        }
        for (MediumResult medium : media) {
            worst = worst.worse(medium.result().verdict().outcome());
        }
        return worst;
    }

    /** Whether every rule passed under every reading, for the request and for its media. */
    public boolean passed() {
        return outcome() == Outcome.PASS;
    }

    /** Whether it did not pass and every finding, of its media too, has an acceptance in force. */
    public boolean isAccepted() {
        return !passed() && !needsAttention();
    }

    /** Whether somebody must look at it: something of it did not pass and is not accepted. */
    public boolean needsAttention() {
        return !Result.allAccepted(findings, acceptances)
                || media.stream().anyMatch(medium -> medium.result().needsAttention());
    }

    /** Whether there is advice about it or one of its media. */
    boolean hasAdvice() {
        return !advice.isEmpty()
                || media.stream().anyMatch(medium -> medium.result().hasAdvice());
    }

    /** Bytes read from the media; the request itself is read whole. */
    long bytesRead() {
        return media.stream()
                .mapToLong(medium -> medium.result().verdict().bytesRead())
                .sum();
    }
}
