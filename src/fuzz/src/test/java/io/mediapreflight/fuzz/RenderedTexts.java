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

/** What a person gets of a verdict: sentences, advice, plans and commands. */
final class RenderedTexts {
    private static final SourceName NAME = SourceName.of("some/clip.bin");

    private final MediaVerdict verdict;
    private final Subject subject;

    RenderedTexts(MediaVerdict verdict, Subject subject) {
        this.verdict = verdict;
        this.subject = subject;
    }

    void requireSafe() {
        for (Finding finding : verdict.findings()) {
            Texts.requireShown(finding.message());
            Texts.requireShown(finding.actual());
            Texts.requireShown(finding.limit());
            Texts.requireShown(finding.fix().sentence().toString());
            finding.defects().forEach(defect -> Texts.requireShown(defect.toString()));
            finding.measured().forEach(measured -> Texts.requireShown(measured.toString()));
        }
        for (Advice advice : verdict.advice()) {
            Texts.requireShown(advice.message());
        }
        for (Shape shape : Shape.values()) {
            requirePlan(verdict.plan(shape));
        }
    }

    private void requirePlan(FixPlan plan) {
        if (plan instanceof FixPlan.Ready ready) {
            for (Step step : ready.steps()) {
                Texts.requireShown(step.phrase().toString());
            }
            FixCommand.of(ready, NAME).orElseThrow().words().forEach(Texts::requireShown);
        } else if (plan instanceof FixPlan.Impossible impossible) {
            Texts.requireShown(impossible.reason().toString());
        } else if (plan instanceof FixPlan.NotNeeded && !verdict.findings().isEmpty()) {
            throw new AssertionError("no plan for " + verdict + " as " + subject);
        }
    }
}
