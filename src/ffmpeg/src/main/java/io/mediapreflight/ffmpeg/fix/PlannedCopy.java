package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Step;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.util.Optional;
import java.util.Set;

/** Compares a copy with its plan. FFmpeg may take a tile for an image, or stop in the middle of a video, and report success. */
final class PlannedCopy {
    /** Two frames of a video whose rate is not known. */
    private static final Fraction USUAL_TOLERANCE = new Fraction(1, 5);

    private static final long FRAMES = 2;

    /** What the readers of metadata advise. */
    private static final Set<AdviceId> PRIVACY =
            Set.of(AdviceId.PRIVACY_LOCATION, AdviceId.PRIVACY_OWNER, AdviceId.PRIVACY_DEVICE);

    private PlannedCopy() {}

    /**
     * What is wrong with it, a sentence; empty where it passes and is what was planned.
     *
     * @param original without whose duration the plan says only when the copy ends at the latest
     */
    static Optional<Phrase> problem(FixPlan.Ready plan, MediaVerdict original, MediaVerdict copy) {
        if (!copy.findings().isEmpty()) {
            return Optional.of(Phrase.of("ffmpeg:fix.not-passing")
                    .with("finding", copy.findings().get(0).message()));
        }
        if (plan.steps().stream().anyMatch(Step.StripMetadata.class::isInstance)
                && copy.advice().stream().anyMatch(advice -> PRIVACY.contains(advice.id()))) {
            return Optional.of(Phrase.of("ffmpeg:fix.metadata"));
        }
        Optional<MediaFacts> facts = copy.facts();
        if (plan.steps().get(0) instanceof Step.Rename || facts.isEmpty()) {
            return Optional.empty();
        }
        if (plan.planned() instanceof VideoFacts planned && facts.get() instanceof VideoFacts video) {
            return trackProblem(planned, video).or(() -> durationProblem(planned, video, original, copy));
        }
        if (plan.planned() instanceof ImageFacts planned && facts.get() instanceof ImageFacts image) {
            return sizeProblem(
                    PixelSize.of(planned.width(), planned.height()), PixelSize.of(image.width(), image.height()));
        }
        return Optional.of(Phrase.of("ffmpeg:fix.other-kind"));
    }

    private static Optional<Phrase> trackProblem(VideoFacts planned, VideoFacts video) {
        if (planned.tracks().audio() != video.tracks().audio()) {
            return Optional.of(Phrase.of(video.tracks().audio() ? "ffmpeg:fix.audio" : "ffmpeg:fix.no-audio"));
        }
        return planned.coded().isEmpty() || video.coded().isEmpty()
                ? Optional.empty()
                : sizeProblem(planned.coded().get(0), video.coded().get(0));
    }

    private static Optional<Phrase> sizeProblem(PixelSize planned, PixelSize size) {
        return planned.isSameAs(size)
                ? Optional.empty()
                : Optional.of(Phrase.of("ffmpeg:fix.other-size")
                        .with("dimensions", size.toString())
                        .with("planned", planned.toString()));
    }

    private static Optional<Phrase> durationProblem(
            VideoFacts planned, VideoFacts video, MediaVerdict original, MediaVerdict copy) {
        Optional<Fraction> end = planned.durations().videoTrack();
        Optional<Fraction> presented = reading(copy)
                .flatMap(VideoReading::played)
                .map(VideoReading.Played::seconds)
                .or(() -> video.durations().videoTrack());
        if (end.isEmpty() || presented.isEmpty()) {
            return Optional.empty();
        }
        boolean isShorter = presented.get().isAtMost(end.get());
        return presented.get().isFurtherFrom(end.get(), tolerance(video)) && !(isShorter && !isDurationKnown(original))
                ? Optional.of(Phrase.of("ffmpeg:fix.other-duration")
                        .with("seconds", presented.get().toDecimal())
                        .with("plannedSeconds", end.get().toDecimal()))
                : Optional.empty();
    }

    private static Fraction tolerance(VideoFacts video) {
        return video.coding()
                .frameRate()
                .filter(rate -> !rate.isZero())
                .map(rate -> new Fraction(/* numerator= */ rate.denominator(), /* denominator= */ rate.numerator())
                        .times(FRAMES))
                .orElse(USUAL_TOLERANCE);
    }

    private static boolean isDurationKnown(MediaVerdict original) {
        MediaFacts facts = original.facts().orElse(null);
        boolean byHeaders = facts instanceof VideoFacts video
                ? video.durations().all().findAny().isPresent()
                : facts instanceof ImageFacts image && image.duration().isPresent();
        return byHeaders
                || reading(original)
                        .flatMap(own -> own.played()
                                .map(VideoReading.Played::seconds)
                                .or(own::videoTrack)
                                .or(own::container))
                        .isPresent();
    }

    private static Optional<VideoReading> reading(MediaVerdict verdict) {
        return verdict.decoderResult()
                .flatMap(DecoderResult::reading)
                .filter(VideoReading.class::isInstance)
                .map(VideoReading.class::cast);
    }
}
