package io.mediapreflight;

import io.mediapreflight.opinion.SecondOpinion;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file: the facts, every rule that did not pass, and the outcome, which is the worst of theirs.
 *
 * @param probed what the headers say; empty where the bytes could not be had
 * @param bytes how many bytes the file has; empty where they could not be had
 * @param opinion what a decoder made of it; empty where none was asked
 * @param findings every rule that did not pass, worst first, then in the order of SPEC.md
 * @param advice what is recommended beyond the limits; it changes no outcome
 * @param limits the limits it was judged by
 * @param bytesRead bytes really read to reach the verdict
 * @param elapsedNanos how long that took
 */
public record Verdict(
        Optional<Probed> probed,
        Optional<ByteCount> bytes,
        Optional<SecondOpinion> opinion,
        List<Finding> findings,
        List<Advice> advice,
        Limits limits,
        long bytesRead,
        long elapsedNanos) {

    /** By the headers alone. */
    public Verdict(
            Optional<Probed> probed,
            Optional<ByteCount> bytes,
            List<Finding> findings,
            Limits limits,
            long bytesRead,
            long elapsedNanos) {
        this(probed, bytes, Optional.empty(), findings, List.of(), limits, bytesRead, elapsedNanos);
    }

    /** The same, found otherwise. */
    public Verdict with(List<Finding> others) {
        return new Verdict(probed, bytes, opinion, others, advice, limits, bytesRead, elapsedNanos);
    }

    /** The worst of the findings' severities; {@link Outcome#PASS} where there is none. */
    public Outcome outcome() {
        return findings.isEmpty() ? Outcome.PASS : findings.get(0).severity();
    }

    /** Whether every rule passed under every reading. Only this is fit to be sent without a second thought. */
    public boolean passed() {
        return findings.isEmpty();
    }

    /** The format, by content. */
    public Optional<Format> format() {
        return probed.flatMap(Probed::format);
    }

    /** The kind, by content; empty where the content could not be read. */
    public Optional<Kind> kind() {
        return probed.map(Probed::kind);
    }

    /** What the headers of an image or a film say, where they could be read. */
    public Optional<MediaFacts> facts() {
        return probed.flatMap(Probed::facts);
    }
}
