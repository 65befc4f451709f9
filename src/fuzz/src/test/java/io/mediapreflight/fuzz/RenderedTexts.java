package io.mediapreflight.fuzz;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.fix.Step;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SafeText;

/** What a person gets of a verdict: sentences, advice, plans and commands. */
final class RenderedTexts {
    private static final int MAX_LENGTH = 20_000;
    private static final SourceName NAME = SourceName.of("some/clip.bin");

    private final MediaVerdict verdict;
    private final Subject subject;

    RenderedTexts(MediaVerdict verdict, Subject subject) {
        this.verdict = verdict;
        this.subject = subject;
    }

    void requireSafe() {
        for (Finding finding : verdict.findings()) {
            require(finding.message());
            require(finding.actual());
            require(finding.limit());
            require(finding.fix().sentence().toString());
            finding.defects().forEach(defect -> require(defect.toString()));
            finding.measured().forEach(measured -> require(measured.toString()));
        }
        for (Advice advice : verdict.advice()) {
            require(advice.message());
        }
        for (Shape shape : Shape.values()) {
            requirePlan(verdict.plan(shape));
        }
    }

    private void requirePlan(FixPlan plan) {
        if (plan instanceof FixPlan.Ready ready) {
            for (Step step : ready.steps()) {
                require(step.phrase().toString());
            }
            FixCommand.of(ready, NAME).orElseThrow().words().forEach(RenderedTexts::require);
        } else if (plan instanceof FixPlan.Impossible impossible) {
            require(impossible.reason().toString());
        } else if (plan instanceof FixPlan.NotNeeded && !verdict.findings().isEmpty()) {
            throw new AssertionError("no plan for " + verdict + " as " + subject);
        }
    }

    /** Nothing in it may hide, break its line or run on; what a file says must not come through as it is. */
    static void require(String text) {
        if (SafeText.holdsHidden(text) || text.length() > MAX_LENGTH) {
            throw new AssertionError("not fit to be shown: " + SafeText.of(text));
        }
    }
}
