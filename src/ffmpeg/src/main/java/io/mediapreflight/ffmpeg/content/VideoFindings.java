package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found in a video, before it is put into words.
 *
 * @param video from its first frame to its end
 * @param frames how many were looked at
 * @param breaks where one frame does not follow from the last
 * @param black the black stretches
 * @param frozen the stretches without motion, those in black included
 * @param camera the stretches in which the camera moves
 */
record VideoFindings(
        Stretch video,
        int frames,
        List<Fraction> breaks,
        List<Stretch> black,
        List<Stretch> frozen,
        List<Stretch> camera) {

    List<Advice> advice(Limits limits, Motion motion) {
        List<Advice> advice = new ArrayList<>();
        cut().ifPresent(advice::add);
        cameraMoves().ifPresent(advice::add);
        if (!black.isEmpty()) {
            advice.add(new Advice(
                    AdviceId.VIDEO_BLACK,
                    Words.list(black.stream().map(Stretch::inWords).toList()),
                    Phrase.of("recommended.visible").with("shortest", Words.seconds(ContentThresholds.BLACK_SECONDS))));
        }
        standing().ifPresent(advice::add);
        boolean dark = black.stream().anyMatch(video::isWithin);
        if (isStill() && !dark) {
            advice.add(oneFrame(limits));
        }
        violent(motion).ifPresent(advice::add);
        shot(limits).ifPresent(advice::add);
        return List.copyOf(advice);
    }

    /** Where shots begin: not where a black stretch begins or ends, which is reported as such. */
    List<Fraction> cuts() {
        return breaks.stream()
                .filter(at -> black.stream()
                        .noneMatch(dark -> dark.holds(at) || dark.to().compareTo(at) == 0))
                .toList();
    }

    private Optional<Advice> cut() {
        List<Fraction> cuts = cuts();
        if (cuts.isEmpty()) {
            return Optional.empty();
        }
        Phrase times = Words.list(cuts.stream().map(Words::seconds).toList());
        return Optional.of(new Advice(
                AdviceId.VIDEO_CUT,
                Phrase.of(cuts.size() == 1 ? "found.cut" : "found.cuts")
                        .with("count", cuts.size())
                        .with("times", times),
                Phrase.of("recommended.shot")));
    }

    private Optional<Advice> cameraMoves() {
        double seconds =
                camera.stream().mapToDouble(each -> each.length().doubleValue()).sum();
        return seconds < ContentThresholds.CAMERA_MOVES_SECONDS
                ? Optional.empty()
                : Optional.of(new Advice(
                        AdviceId.VIDEO_CAMERA,
                        Words.list(camera.stream().map(Stretch::inWords).toList())));
    }

    /** Stretches beyond the black ones; none for a video that is one still frame, which is reported as such. */
    private Optional<Advice> standing() {
        List<Phrase> stretches = frozen.stream()
                .filter(stretch -> !isStill() && black.stream().noneMatch(stretch::isWithin))
                .map(Stretch::inWords)
                .toList();
        if (stretches.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                AdviceId.VIDEO_FROZEN,
                Words.list(stretches),
                Phrase.of("recommended.motion").with("shortest", Words.seconds(ContentThresholds.FROZEN_SECONDS))));
    }

    private boolean isStill() {
        return frozen.stream().anyMatch(video::isWithin);
    }

    private Advice oneFrame(Limits limits) {
        return new Advice(
                AdviceId.VIDEO_STILL,
                frames == 1
                        ? Phrase.of("found.one-frame")
                        : Phrase.of("found.alike").with("frames", frames),
                Phrase.of("recommended.continuous").with("min", Words.seconds(limits.videoMinSeconds())));
    }

    private static Optional<Advice> violent(Motion motion) {
        if (motion.violentSeconds() < ContentThresholds.VIOLENT_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                AdviceId.VIDEO_MOTION_HIGH,
                Phrase.of("found.fast")
                        .with("seconds", Words.seconds(BigDecimal.valueOf(motion.violentSeconds())))
                        .with("speed", Words.tenths(motion.fastest())),
                Phrase.of("recommended.steady")
                        .with("seconds", Words.seconds(BigDecimal.valueOf(ContentThresholds.VIOLENT_SECONDS)))
                        .with("speed", Words.tenths(ContentThresholds.VIOLENT_SPEED))));
    }

    /** Said only where cuts, black or still parts have broken the video up: a video that is short is a matter of a rule. */
    private Optional<Advice> shot(Limits limits) {
        Stretch longest =
                usable().max(Comparator.comparing(Stretch::length)).orElse(new Stretch(video.from(), video.from()));
        boolean broken = longest.length().compareTo(video.length()) < 0;
        if (!broken || longest.length().compareTo(limits.videoMinSeconds().toDecimal()) > 0) {
            return Optional.empty();
        }
        Phrase found = Phrase.of(longest.length().signum() == 0 ? "found.no-shot" : "found.shot")
                .with("length", Words.seconds(longest.length()))
                .with("stretch", longest.inWords());
        Phrase recommended = Phrase.of("recommended.longer").with("min", Words.seconds(limits.videoMinSeconds()));
        return Optional.of(new Advice(AdviceId.VIDEO_SHOT, found, recommended));
    }

    /** What lies between cuts and stretches. */
    private Stream<Stretch> usable() {
        List<Stretch> gaps = new ArrayList<>(black);
        gaps.addAll(frozen);
        cuts().forEach(at -> gaps.add(new Stretch(at, at)));
        gaps.add(new Stretch(video.to(), video.to()));
        gaps.sort(Comparator.comparing(Stretch::from));
        List<Stretch> usable = new ArrayList<>();
        Fraction since = video.from();
        for (Stretch gap : gaps) {
            if (gap.from().compareTo(since) > 0) {
                usable.add(new Stretch(since, gap.from()));
            }
            since = since.max(gap.to());
        }
        return usable.stream();
    }
}
