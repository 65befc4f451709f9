package io.mediapreflight.fix;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Rules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.Optional;

/**
 * Makes plans. Pure: the same diagnosis gives the same plan. What a plan leads to is judged by the rules that judged the file; where
 * it would not pass, there is no plan.
 */
public final class Planner {
    private static final RuleId[] UNREADABLE = {RuleId.IMAGE_READABLE, RuleId.VIDEO_READABLE};
    private static final RuleId[] INCOMPLETE = {RuleId.IMAGE_COMPLETE, RuleId.VIDEO_COMPLETE};
    private static final RuleId[] BROKEN = {RuleId.IMAGE_DECODABLE, RuleId.VIDEO_DECODABLE};

    private final Diagnosis diagnosis;
    private final FixOptions options;

    private Planner(Diagnosis diagnosis, FixOptions options) {
        this.diagnosis = diagnosis;
        this.options = options;
    }

    /** The plan for a file, with this shape where scaling alone does not help. */
    public static FixPlan plan(Diagnosis diagnosis, Shape shape) {
        return plan(diagnosis, FixOptions.STANDARD.with(shape));
    }

    /** The plan for a file, with these options. A file that passes needs one if its copy is to have no metadata. */
    public static FixPlan plan(Diagnosis diagnosis, FixOptions options) {
        return diagnosis.findings().isEmpty() && !options.stripMetadata()
                ? new FixPlan.NotNeeded()
                : new Planner(diagnosis, options).plan();
    }

    private FixPlan plan() {
        Optional<Probed> probed = diagnosis.probed();
        if (probed.isEmpty() || probed.get().format().isEmpty()) {
            return FixPlan.Impossible.since("unreadable");
        }
        Format format = probed.get().format().get();
        Optional<String> obstacle = obstacle(probed.get());
        if (obstacle.isPresent()) {
            return FixPlan.Impossible.since(obstacle.get());
        }
        if (!options.stripMetadata() && diagnosis.breaksOnly(RuleId.IMAGE_NAME, RuleId.VIDEO_NAME)) {
            return checked(renamed(probed.get(), format));
        }
        try {
            return checked(isForVideo(probed.get()) ? video(probed.get(), format) : image(probed.get(), format));
        } catch (ArithmeticException e) {
            return FixPlan.Impossible.since("sides"); // that two numbers of 63 bits do not hold exactly
        }
    }

    /** Why no copy of the file can pass; empty where one may. */
    private Optional<String> obstacle(Probed probed) {
        for (Finding finding : diagnosis.findings()) {
            if (finding.rule() instanceof OwnRule) {
                return Optional.of("own-rule");
            }
        }
        if (diagnosis.breaks(RuleId.MEDIA_KIND) && !isAnimationForVideo(probed)) {
            return Optional.of("kind");
        }
        if (diagnosis.fails(UNREADABLE)) {
            return Optional.of("unreadable");
        }
        if (diagnosis.breaks(INCOMPLETE)) {
            return Optional.of("incomplete");
        }
        return diagnosis.breaks(BROKEN) || isKnownBroken(probed) ? Optional.of("broken") : Optional.empty();
    }

    /** Of formats that the limits accept a rule says so. */
    private boolean isKnownBroken(Probed probed) {
        return probed.facts().isEmpty()
                && diagnosis
                        .decoderResult()
                        .filter(decoder -> decoder.decoding() instanceof Decoding.Broken)
                        .isPresent();
    }

    private boolean isForVideo(Probed probed) {
        return probed.kind() == Kind.VIDEO || isAnimationForVideo(probed);
    }

    private boolean isAnimationForVideo(Probed probed) {
        return diagnosis.subject().slot().isPresent()
                && diagnosis.subject().slot().get().kind() == Kind.VIDEO
                && probed.facts().isPresent()
                && probed.facts().get() instanceof ImageFacts image
                && image.animated().orElse(false);
    }

    private FixPlan renamed(Probed probed, Format format) {
        return probed.facts().isEmpty()
                ? FixPlan.Impossible.since("unreadable")
                : new FixPlan.Ready(
                        List.of(new Step.Rename(format.extensions().get(0))),
                        format,
                        format,
                        probed.facts().get(),
                        diagnosis.bytes().orElseThrow().atMost());
    }

    private FixPlan video(Probed probed, Format format) {
        Optional<VideoFacts> facts = Examined.video(probed, diagnosis.decoderResult());
        return facts.isEmpty()
                ? Examined.unknown(diagnosis, format)
                : new VideoPlanner(diagnosis, format, facts.get(), options).plan();
    }

    private FixPlan image(Probed probed, Format format) {
        Optional<ImageFacts> facts = Examined.image(probed, diagnosis.decoderResult());
        return facts.isEmpty()
                ? Examined.unknown(diagnosis, format)
                : new ImagePlanner(diagnosis, format, facts.get(), options).plan();
    }

    private FixPlan checked(FixPlan plan) {
        return plan instanceof FixPlan.Ready ready && !passes(ready) ? FixPlan.Impossible.since("limits") : plan;
    }

    /** Whether the copy passes, as far as its plan says what it will be. */
    private boolean passes(FixPlan.Ready ready) {
        Probed copy = Probed.readable(ready.format(), ready.planned(), new Completeness.Whole(0), List.of());
        boolean isSameFile = ready.steps().get(0) instanceof Step.Rename;
        Subject meant = diagnosis.subject();
        Subject subject = new Subject(
                Optional.of("copy." + ready.format().extensions().get(0)),
                isSameFile ? meant.mediaType() : Optional.empty(),
                meant.slot(),
                meant.orientation());
        return new Rules(diagnosis.limits(), List.of())
                .judge(copy, ByteCount.exactly(ready.maxBytes()), subject, Optional.empty())
                .worstFirst()
                .isEmpty();
    }
}
