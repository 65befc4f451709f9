package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.fix.Step;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.MadeMedia.Media;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds of plans whatever they are made for, tried on media made by chance; see {@link RulePropertiesTest}. */
class PlanPropertiesTest {
    private static final int MEDIA = Integer.getInteger("preflight.media", 10_000);

    private final Preflight preflight = Preflight.standard();
    private final MadeMedia made = new MadeMedia(Long.getLong("preflight.seed", 2));

    @Test
    void what_passes_needs_no_plan_and_nothing_else_has_none() {
        for (int i = 0; i < MEDIA; i++) {
            MediaVerdict verdict = judged(made.any());
            for (Shape shape : Shape.values()) {
                assertThat(verdict.plan(shape) instanceof FixPlan.NotNeeded)
                        .as("%s", verdict)
                        .isEqualTo(verdict.passed());
            }
        }
    }

    @Test
    void a_plan_leads_to_what_passes_and_needs_no_plan() {
        int ready = 0;
        for (int i = 0; i < MEDIA; i++) {
            MediaVerdict verdict = judged(made.any());
            Shape shape = made.any(List.of(Shape.values()));
            if (verdict.plan(shape) instanceof FixPlan.Ready plan) {
                ready++;
                MediaVerdict copy = judged(copy(verdict, plan));
                assertThat(copy.findings()).as("%s, by %s", verdict, plan).isEmpty();
                assertThat(copy.plan(shape)).isInstanceOf(FixPlan.NotNeeded.class);
            }
        }
        assertThat(ready).isGreaterThan(MEDIA / 10);
    }

    /** By the name that the copy gets, and whatever the orientation. */
    private static Media copy(MediaVerdict original, FixPlan.Ready plan) {
        Subject meant = original.subject();
        Subject subject = new Subject(
                Optional.of("copy." + plan.format().extensions().get(0)),
                Optional.empty(),
                meant.slot(),
                meant.orientation());
        return new Media(
                Probed.readable(plan.format(), plan.planned(), Completeness.Whole.EXACT, List.of()),
                ByteCount.exactly(plan.maxBytes()),
                subject);
    }

    @Test
    void a_plan_is_made_by_nothing_but_the_verdict() {
        for (int i = 0; i < MEDIA / 10; i++) {
            Media media = made.any();
            assertThat(judged(media).plan(Shape.PAD)).isEqualTo(judged(media).plan(Shape.PAD));
        }
    }

    @Test
    void a_copy_without_metadata_has_a_plan_wherever_the_file_passes() {
        for (int i = 0; i < MEDIA; i++) {
            MediaVerdict verdict = judged(made.any());
            if (verdict.passed()) {
                FixPlan plan = verdict.plan(FixOptions.STANDARD.strippingMetadata(true));
                assertThat(plan).as("%s", verdict).isNotInstanceOf(FixPlan.NotNeeded.class);
                if (plan instanceof FixPlan.Ready ready) {
                    assertThat(ready.steps()).noneMatch(Step.Rename.class::isInstance);
                    assertThat(judged(copy(verdict, ready)).findings()).isEmpty();
                }
            }
        }
    }

    private MediaVerdict judged(Media media) {
        return preflight.judge(new Inspection.Seen(media.probed(), media.bytes(), 0, 0), media.subject());
    }
}
