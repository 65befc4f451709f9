package io.mediapreflight.report;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.RuleId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings that a person is shown: of two that report one defect, the one that says more. Each rule has its own finding for
 * programs, so JSON has both, and so has text with {@code --verbose}.
 */
final class DistinctFindings {
    private static final Set<RuleId> FORMATS = Set.of(RuleId.IMAGE_FORMAT, RuleId.VIDEO_CONTAINER);
    private static final Set<RuleId> COMPLETE = Set.of(RuleId.IMAGE_COMPLETE, RuleId.VIDEO_COMPLETE);
    private static final Set<RuleId> READABLE = Set.of(RuleId.IMAGE_READABLE, RuleId.VIDEO_READABLE);

    /** Fixes that ask for another file, since no conversion makes this one fit. */
    private static final Set<Fix> OTHER_FILE = Set.of(Fix.USE_IMAGE, Fix.USE_VIDEO);

    /** Malformations of a file that ends too early, which say so. */
    private static final Set<MalformedCode> CUT_OFF =
            Set.of(MalformedCode.MISSING_MOOV, MalformedCode.HEADER_CUT_OFF, MalformedCode.BOX_RUNS_PAST_END);

    private DistinctFindings() {}

    static List<Finding> of(List<Finding> findings) {
        return of(findings, Map.of());
    }

    /** What counts stands for itself: a finding that does not is no reason to leave it out. */
    static List<Finding> of(List<Finding> findings, Map<Finding, Acceptance> acceptances) {
        return findings.stream()
                .filter(each -> findings.stream()
                        .noneMatch(other ->
                                says(other, each) && (counts(other, acceptances) || !counts(each, acceptances))))
                .toList();
    }

    private static boolean counts(Finding finding, Map<Finding, Acceptance> acceptances) {
        Acceptance acceptance = acceptances.get(finding);
        return acceptance == null || !acceptance.inForce();
    }

    private static boolean says(Finding more, Finding less) {
        return more.path().equals(less.path())
                && (saysKind(more, less) || saysFormat(more, less) || saysEnd(more, less));
    }

    /** A file of another kind that can be converted: the format's finding says so. */
    private static boolean saysKind(Finding more, Finding less) {
        return less.rule() == RuleId.MEDIA_KIND && isConvertible(more);
    }

    /** A file of another kind that no conversion makes fit. */
    private static boolean saysFormat(Finding more, Finding less) {
        return more.rule() == RuleId.MEDIA_KIND && isFormat(less) && !isConvertible(less);
    }

    private static boolean isConvertible(Finding finding) {
        return isFormat(finding) && !OTHER_FILE.contains(finding.fix());
    }

    private static boolean isFormat(Finding finding) {
        return finding.severity() == Outcome.FAIL && FORMATS.contains(finding.rule());
    }

    /** A file whose header is cut off, or damaged where its end would be found, is incomplete for that reason. */
    private static boolean saysEnd(Finding more, Finding less) {
        if (more.severity() != Outcome.FAIL || !READABLE.contains(more.rule()) || !COMPLETE.contains(less.rule())) {
            return false;
        }
        return more.defects().stream().map(Malformed::code).anyMatch(CUT_OFF::contains)
                || (!less.defects().isEmpty() && codes(more).containsAll(codes(less)));
    }

    private static Set<MalformedCode> codes(Finding finding) {
        return finding.defects().stream().map(Malformed::code).collect(Collectors.toCollection(HashSet::new));
    }
}
