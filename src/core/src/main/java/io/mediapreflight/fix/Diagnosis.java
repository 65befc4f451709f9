package io.mediapreflight.fix;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a plan is made from: what a file is, what is wrong with it, and what it is meant for.
 *
 * @param probed what its headers say; empty where its bytes could not be read
 * @param bytes how many bytes it has; empty where they could not be read
 * @param decoderResult what a decoder made of it; empty without one
 * @param findings every rule that did not pass
 * @param subject what it is meant for
 * @param limits the limits that it was judged by, and that its copy must keep
 */
public record Diagnosis(
        Optional<Probed> probed,
        Optional<ByteCount> bytes,
        Optional<DecoderResult> decoderResult,
        List<Finding> findings,
        Subject subject,
        Limits limits) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether one of these rules did not pass. */
    boolean breaks(RuleId... rules) {
        return findings.stream().anyMatch(finding -> List.of(rules).contains(finding.rule()));
    }

    /** Whether one of these rules failed, or could not be judged. */
    boolean fails(RuleId... rules) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.severity() != Outcome.WARN && List.of(rules).contains(finding.rule()));
    }

    /** Whether nothing but these rules did not pass. */
    boolean breaksOnly(RuleId... rules) {
        return findings.stream().allMatch(finding -> List.of(rules).contains(finding.rule()));
    }
}
