package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import java.util.List;
import java.util.Map;

/**
 * One source and what became of it.
 *
 * @param source what it is called
 * @param verdict what was found
 * @param skipped whether it was not judged, since neither content nor name says image or video; then nothing was found
 * @param acceptances of its findings, where a baseline has some. They change no outcome
 */
public record Result(SourceName source, Verdict verdict, boolean skipped, Map<Finding, Acceptance> acceptances) {
    private static final String SKIPPED = "skipped";

    public Result {
        if (skipped && !verdict.passed()) {
            throw new IllegalArgumentException("what is skipped has no findings");
        }
        acceptances = Map.copyOf(acceptances);
    }

    /** Judged, without a baseline. */
    public Result(SourceName source, Verdict verdict) {
        this(source, verdict, false, Map.of());
    }

    /** Not judged. What the verdict says beyond facts is left out. */
    public static Result skipped(SourceName source, Verdict verdict) {
        return new Result(source, verdict.with(List.of()), true, Map.of());
    }

    /** The machine-readable name of what became of it: that of the verdict's outcome, or {@code skipped}. */
    public String outcomeId() {
        return skipped ? SKIPPED : verdict.outcome().id();
    }

    /** Whether it did not pass and every finding has an acceptance in force. The service refuses it no less for that. */
    public boolean isAccepted() {
        return !verdict.passed() && allAccepted(verdict.findings(), acceptances);
    }

    /** Whether somebody must look at it: it was judged, did not pass and is not accepted. */
    public boolean needsAttention() {
        return !verdict.passed() && !isAccepted();
    }

    /** Whether there is advice about it. What is skipped is given none. */
    boolean hasAdvice() {
        return !verdict.advice().isEmpty();
    }

    static boolean allAccepted(List<Finding> findings, Map<Finding, Acceptance> acceptances) {
        for (Finding finding : findings) {
            Acceptance acceptance = acceptances.get(finding);
            if (acceptance == null || !acceptance.inForce()) {
                return false;
            }
        }
        return true;
    }
}
