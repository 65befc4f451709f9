package io.mediapreflight.rule;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFacts.Brand.Standing;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Bounds;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Span;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules {@code video.*}. */
final class VideoRules {
    private static final Orientation[] BOTH = Orientation.values();
    private static final String CONTAINER = "container.";

    private final Limits limits;
    private final Findings findings;
    private final CommonRules common;

    VideoRules(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.common = new CommonRules(findings);
    }

    void judge(Probed probed, ByteCount bytes, Subject subject, Optional<DecoderResult> decoderResult) {
        common.judgeReadable(RuleId.VIDEO_READABLE, probed);
        Optional<VideoFacts> facts = facts(probed);
        Optional<Format> format = probed.format();
        boolean isOfFamily = format.isPresent() && judgeContainer(probed, format.get(), facts);
        if (isOfFamily) {
            common.judgeName(RuleId.VIDEO_NAME, format.get(), subject);
            decoderResult.ifPresent(second -> judgeDecoder(format.get(), second));
        }
        boolean isExpected = isOfFamily && !CommonRules.explainsMissingFacts(probed, bytes, limits.videoSize());
        common.judgeComplete(RuleId.VIDEO_COMPLETE, probed.completeness(), isOfFamily);
        if (isExpected && probed.completeness().isEmpty()) {
            common.addMissing(RuleId.VIDEO_COMPLETE);
        }
        common.judgeSize(RuleId.VIDEO_SIZE, bytes, limits.videoSize());
        if (facts.isPresent()) {
            Optional<VideoReading> decoder = isOfFamily ? reading(decoderResult) : Optional.empty();
            judgeDimensions(facts.get(), decoder, isExpected);
            judgeDurations(facts.get().durations(), decoder, subject.orientation(), isOfFamily);
        } else if (isExpected) {
            common.addMissing(RuleId.VIDEO_DIMENSIONS, RuleId.VIDEO_DURATION_MIN, RuleId.VIDEO_DURATION_MAX);
        }
    }

    /** The facts of a video; an animation in its place has a size, and may have a duration, too. */
    private static Optional<VideoFacts> facts(Probed probed) {
        Optional<ImageFacts> animation =
                Rules.image(probed.facts()).filter(image -> image.animated().orElse(false));
        return animation.isEmpty()
                ? Rules.video(probed.facts())
                : Optional.of(VideoFacts.builder()
                        .coded(List.of(PixelSize.of(
                                animation.get().width(), animation.get().height())))
                        .container(animation.get().duration())
                        .videoTrack(animation.get().duration())
                        .build());
    }

    private void judgeDecoder(Format format, DecoderResult decoderResult) {
        CommonRules.otherwise(format, Optional.of(decoderResult), limits::acceptsVideo)
                .ifPresent(other -> addContainer(
                        Outcome.WARN, Measurements.formats(format, other), List.of(), VideoFixes.remux(false)));
        common.judgeDecodable(RuleId.VIDEO_DECODABLE, decoderResult);
    }

    private static Optional<VideoReading> reading(Optional<DecoderResult> decoderResult) {
        return decoderResult.isPresent()
                        && decoderResult.get().reading().isPresent()
                        && decoderResult.get().reading().get() instanceof VideoReading own
                ? Optional.of(own)
                : Optional.empty();
    }

    /** Judges the container; false where the file is of another family, whose headers are not read. */
    private boolean judgeContainer(Probed probed, Format format, Optional<VideoFacts> facts) {
        boolean listed = limits.acceptsVideo(format);
        boolean sameFamily = listed || (format == Format.THREE_GP && limits.acceptsVideo(Format.MP4));
        boolean hasNoVideo = probed.kind() != Kind.VIDEO;
        if (!sameFamily || hasNoVideo) {
            String detail = probed.kind() == Kind.IMAGE ? "image" : sameFamily ? "no-video" : "other";
            addContainer(
                    Outcome.FAIL,
                    container(format, facts),
                    List.of(Phrase.of(CONTAINER + detail)),
                    facts.isEmpty() && hasNoVideo ? Fix.USE_VIDEO : Fix.of(RuleId.VIDEO_CONTAINER));
            return sameFamily && !hasNoVideo;
        }
        if (facts.isPresent()) {
            judgeTracks(facts.get(), format);
        }
        return true;
    }

    private void judgeTracks(VideoFacts video, Format format) {
        List<Phrase> doubts = new ArrayList<>(0);
        if (video.brand().standing() != Standing.LISTED) {
            boolean isCompatible = video.brand().standing() == Standing.COMPATIBLE;
            doubts.add(Phrase.of(CONTAINER + (isCompatible ? "compatible-brand" : "brand"))
                    .with("brand", video.brand().major().orElse("")));
        }
        if (video.tracks().enabledVideo() > 1) {
            doubts.add(Phrase.of(CONTAINER + "tracks"));
        } else if (video.tracks().enabledVideo() == 0) {
            doubts.add(Phrase.of(CONTAINER + "disabled-track"));
        }
        if (!doubts.isEmpty()) {
            VideoFacts.Tracks tracks = video.tracks();
            boolean hasMoreTracks =
                    tracks.enabledVideo() > 1 || !tracks.disabled().isEmpty();
            addContainer(Outcome.WARN, container(format, Optional.of(video)), doubts, VideoFixes.remux(hasMoreTracks));
        }
    }

    private static List<Measured> container(Format format, Optional<VideoFacts> facts) {
        List<Measured> measured = new ArrayList<>();
        measured.add(Measured.name("content", format.id()));
        facts.ifPresent(video -> {
            video.brand().major().ifPresent(brand -> measured.add(Measured.name("majorBrand", brand)));
            Fraction enabled = Fraction.of(video.tracks().enabledVideo());
            measured.add(Measured.number("enabledVideoTracks", enabled, Bound.TRACKS));
        });
        return measured;
    }

    private void addContainer(Outcome severity, List<Measured> measured, List<Phrase> details, Fix fix) {
        findings.add(findings.of(RuleId.VIDEO_CONTAINER, severity)
                .measuring(measured)
                .detailed(details.toArray(Phrase[]::new))
                .fixedBy(fix));
    }

    /**
     * @param isExpected whether an unknown size is a finding, since no other container explains it
     */
    private void judgeDimensions(VideoFacts video, Optional<VideoReading> decoder, boolean isExpected) {
        Readings readings = new Readings();
        for (PixelSize size : video.coded()) {
            readings.add(fits(size));
        }
        addIfPresent(readings, video.shown());
        addIfPresent(readings, video.trackHeader());
        for (PixelSize size : video.configured()) {
            readings.add(fits(size));
        }
        if (decoder.isPresent()) {
            addIfPresent(readings, decoder.get().codedBeside(video));
            addIfPresent(readings, decoder.get().shownBeside(video));
        }
        if (video.size().isEmpty()) {
            if (isExpected) {
                common.addMissing(RuleId.VIDEO_DIMENSIONS);
            }
            return;
        }
        Outcome outcome = readings.outcome();
        if (outcome != Outcome.PASS) {
            findings.add(findings.of(RuleId.VIDEO_DIMENSIONS, outcome)
                    .measuring(Measurements.sizes(video, decoder))
                    .fixedBy(VideoFixes.scale(video, limits.videoSide())));
        }
    }

    private void addIfPresent(Readings readings, Optional<PixelSize> size) {
        if (size.isPresent()) {
            readings.add(fits(size.get()));
        }
    }

    private boolean fits(PixelSize size) {
        Span side = limits.videoSide();
        return side.contains(size.width()) && side.contains(size.height());
    }

    private void judgeDurations(
            VideoFacts.Durations durations,
            Optional<VideoReading> decoder,
            Optional<Orientation> orientation,
            boolean isExpected) {
        if (!isExpected && durations.all().findAny().isEmpty()) {
            return;
        }
        Readings shortest = new Readings();
        addAll(shortest, durations, decoder, seconds -> seconds.isAtLeast(limits.videoMinSeconds()));
        if (shortest.outcome() != Outcome.PASS) {
            findings.add(findings.of(RuleId.VIDEO_DURATION_MIN, shortest.outcome())
                    .measuring(Measurements.durations(durations, decoder)));
        }
        // Judged last: whether another orientation is enough depends on all other rules.
        Readings longest = new Readings();
        for (Orientation each : BOTH) {
            if (orientation.isEmpty() || orientation.get() == each) {
                Fraction max = limits.videoMaxSeconds(each);
                addAll(longest, durations, decoder, seconds -> seconds.isAtMost(max));
            }
        }
        if (longest.outcome() != Outcome.PASS) {
            Finding finding = findings.of(RuleId.VIDEO_DURATION_MAX, longest.outcome())
                    .measuring(Measurements.durations(durations, decoder))
                    .fixedBy(VideoFixes.cut(orientation, fitsOrientationVideo(durations, decoder), limits));
            findings.add(
                    orientation.isEmpty()
                            ? finding
                            : finding.within(Optional.of(Bounds.longest(limits, orientation.get()))));
        }
    }

    private boolean fitsOrientationVideo(VideoFacts.Durations durations, Optional<VideoReading> decoder) {
        Fraction max = limits.videoMaxSeconds(Orientation.VIDEO);
        Readings readings = new Readings();
        addAll(readings, durations, decoder, seconds -> seconds.isAtMost(max));
        return findings.isEmpty() && readings.outcome() == Outcome.PASS;
    }

    private static void addAll(
            Readings readings,
            VideoFacts.Durations durations,
            Optional<VideoReading> decoder,
            Predicate<Fraction> within) {
        readings.addRequired(durations.container(), within)
                .addIfPresent(durations.longestTrack(), within)
                .addRequired(durations.videoTrack(), within)
                .addIfPresent(durations.videoMedia(), within)
                .addIfPresent(durations.videoSamples(), within);
        for (Fraction seconds : durations.otherMovie()) {
            readings.add(within.test(seconds));
        }
        if (decoder.isPresent()) {
            readings.addIfPresent(decoder.get().containerBeside(durations), within)
                    .addIfPresent(decoder.get().videoTrackBeside(durations), within)
                    .addIfPresent(decoder.get().playedBeside(durations), within);
        }
    }
}
