package io.mediapreflight;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.fix.Diagnosis;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Planner;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdict on one media file, or on what was found in its place.
 *
 * @param source its name
 * @param subject what it was judged for; {@link Subject#anything} where it was never opened
 * @param path of its slot, such as {@code reference_images[0].url}; empty where it belongs to no request
 * @param probed what the headers say; empty where the bytes could not be read
 * @param bytes how many bytes it has; empty where they could not be read
 * @param decoderResult the result of a decoder; empty without one
 * @param findings every rule that did not pass, worst first, then in the order of docs/limits.md, "The rules"
 * @param advice what is recommended beyond the limits; it changes no outcome
 * @param acceptances of its findings, where a baseline has some
 * @param skipped whether it was not judged, since neither its content nor its name says image or video; it then has
 *     no findings
 * @param limits the limits it was judged by
 * @param bytesRead bytes really read to reach the verdict
 * @param elapsedNanos how long that took
 */
public record MediaVerdict(
        SourceName source,
        Subject subject,
        Optional<String> path,
        Optional<Probed> probed,
        Optional<ByteCount> bytes,
        Optional<DecoderResult> decoderResult,
        List<Finding> findings,
        List<Advice> advice,
        Map<Finding, Acceptance> acceptances,
        boolean skipped,
        Limits limits,
        long bytesRead,
        long elapsedNanos)
        implements Verdict {
    public MediaVerdict {
        findings = List.copyOf(findings);
        advice = List.copyOf(advice);
        acceptances = Map.copyOf(acceptances);
        if (skipped && !findings.isEmpty()) {
            throw new IllegalArgumentException("what is skipped has no findings");
        }
    }

    /** Judged by itself, without a baseline. */
    public MediaVerdict(
            SourceName source,
            Subject subject,
            Optional<Probed> probed,
            Optional<ByteCount> bytes,
            Optional<DecoderResult> decoderResult,
            List<Finding> findings,
            List<Advice> advice,
            Limits limits,
            long bytesRead,
            long elapsedNanos) {
        this(
                source,
                subject,
                Optional.empty(),
                probed,
                bytes,
                decoderResult,
                findings,
                advice,
                Map.of(),
                false,
                limits,
                bytesRead,
                elapsedNanos);
    }

    /** The same verdict under another name of the source. */
    public MediaVerdict named(SourceName name) {
        return copy(name, path, findings, acceptances, skipped);
    }

    /** The same in the slot of a request. */
    MediaVerdict at(String slot) {
        return copy(source, Optional.of(slot), findings, acceptances, skipped);
    }

    /** The same verdict with other findings. */
    MediaVerdict with(List<Finding> others) {
        return copy(source, path, others, acceptances, skipped);
    }

    /** The same file as skipped: with its facts, but without findings. */
    public MediaVerdict asSkipped() {
        return copy(source, path, List.of(), Map.of(), true);
    }

    @Override
    public MediaVerdict accepted(Map<Finding, Acceptance> accepted) {
        return copy(source, path, findings, accepted, skipped);
    }

    private MediaVerdict copy(
            SourceName name,
            Optional<String> slot,
            List<Finding> found,
            Map<Finding, Acceptance> accepted,
            boolean leftOut) {
        return new MediaVerdict(
                name,
                subject,
                slot,
                probed,
                bytes,
                decoderResult,
                found,
                advice,
                accepted,
                leftOut,
                limits,
                bytesRead,
                elapsedNanos);
    }

    /**
     * One plan for all findings: what leads to a copy that passes, where something does. Each call makes it from nothing but this
     * verdict.
     *
     * @param shape what to do where scaling alone does not help
     */
    public FixPlan plan(Shape shape) {
        return plan(FixOptions.STANDARD.with(shape));
    }

    /** The same with more options. What was skipped needs no plan. */
    public FixPlan plan(FixOptions options) {
        return skipped
                ? new FixPlan.NotNeeded()
                : Planner.plan(new Diagnosis(probed, bytes, decoderResult, findings, subject, limits), options);
    }

    /** For logs: the outcome, the name and what was found. */
    @Override
    public String toString() {
        String name = source.toString();
        return outcomeId() + (name.isEmpty() ? "" : " " + name) + (findings.isEmpty() ? "" : " " + findings);
    }

    /** {@link Outcome#PASS} where nothing was found: the findings are worst first. */
    @Override
    public Outcome outcome() {
        return findings.isEmpty() ? Outcome.PASS : findings.get(0).severity();
    }
}
