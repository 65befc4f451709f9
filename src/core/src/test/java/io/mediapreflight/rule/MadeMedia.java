package io.mediapreflight.rule;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Media as probes may find them, made by chance: each number lies on a bound of the limits, a step beside it, or anywhere. The same seed
 * makes the same media.
 */
final class MadeMedia {
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    /** Ticks a second of real files: of MPEG-4 tools, of cameras, of NTSC, of audio. */
    private static final long[] TIMESCALES = {1, 600, 1000, 24_000, 30_000, 48_000, 90_000};

    private final Random random;

    MadeMedia(long seed) {
        random = new Random(seed);
    }

    /** Media, with what else a judge is given. */
    record Media(Probed probed, ByteCount bytes, Subject subject) {
        List<Finding> findings(Limits limits) {
            return new Rules(limits, List.of())
                    .judge(probed, bytes, subject, Optional.empty())
                    .worstFirst();
        }

        Outcome outcome(Limits limits) {
            return findings(limits).stream().map(Finding::severity).reduce(Outcome.PASS, Outcome::worse);
        }

        Media with(MediaFacts facts) {
            return new Media(
                    new Probed(
                            probed.format(),
                            probed.kind(),
                            Optional.of(facts),
                            probed.completeness(),
                            probed.defects()),
                    bytes,
                    subject);
        }

        Media with(ByteCount other) {
            return new Media(probed, other, subject);
        }

        Media with(Subject other) {
            return new Media(probed, bytes, other);
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** On one of these values, one or two beside it, or anywhere up to twice the greatest. */
    long near(long... bounds) {
        long bound = bounds[random.nextInt(bounds.length)];
        long value = chance(80) ? bound + random.nextInt(5) - 2 : random.nextLong(2 * bound + 1);
        return Math.max(1, value);
    }

    Media video() {
        return media(
                any(List.of(Format.MP4, Format.MP4, Format.MOV, Format.THREE_GP, Format.MKV, Format.WEBM)),
                videoFacts(),
                near(LIMITS.videoSize().strictBytes(), LIMITS.videoSize().generousBytes()),
                videoSubject());
    }

    Subject videoSubject() {
        Subject subject = chance(80) ? Subject.video() : Subject.anything().named("clip.mp4");
        return chance(70) ? subject.with(any(List.of(Orientation.values()))) : subject;
    }

    Media image() {
        Subject subject = chance(80)
                ? Subject.anything().forSlot(Slot.IMAGE)
                : Subject.anything().named("photo.png");
        return media(
                any(List.of(Format.JPEG, Format.JPEG, Format.PNG, Format.WEBP, Format.GIF, Format.HEIC)),
                imageFacts(),
                near(LIMITS.imageSize().strictBytes(), LIMITS.imageSize().generousBytes()),
                subject);
    }

    /** An image or a video. */
    Media any() {
        return chance(50) ? image() : video();
    }

    private Media media(Format format, MediaFacts facts, long bytes, Subject subject) {
        Probed readable = Probed.readable(format, facts, completeness(), defects());
        Probed probed = chance(95) ? readable : Probed.malformed(format, defect(Malformed.Gravity.BROKEN));
        return new Media(probed, chance(95) ? ByteCount.exactly(bytes) : new ByteCount(bytes, 3 * bytes), subject);
    }

    private Completeness completeness() {
        if (chance(85)) {
            return new Completeness.Whole(chance(80) ? 0 : 7);
        }
        Malformed where = defect(Malformed.Gravity.UNDECIDED);
        return chance(50) ? new Completeness.CutOff(below(3), where) : new Completeness.Undecided(where);
    }

    private List<Malformed> defects() {
        return chance(90)
                ? List.of()
                : List.of(defect(any(List.of(Malformed.Gravity.TOLERATED, Malformed.Gravity.UNDECIDED))));
    }

    private static Malformed defect(Malformed.Gravity gravity) {
        return new Malformed(MalformedCode.SIZE_UNKNOWN, gravity, 8, Phrase.of("defects:any.size-unknown"), "1.2.3");
    }

    ImageFacts imageFacts() {
        long width = near(LIMITS.imageSide().min(), LIMITS.imageSide().max(), 1000);
        long height =
                chance(50) ? near(LIMITS.imageSide().min(), LIMITS.imageSide().max()) : ratio(width);
        return ImageFacts.builder().width(width).height(height).build();
    }

    /** As long beside that side as the widest ratio allows, or about that. */
    private long ratio(long side) {
        Fraction ratio = LIMITS.imageAspectRatio();
        return Math.max(1, side * ratio.numerator() / ratio.denominator() + below(3) - 1);
    }

    VideoFacts videoFacts() {
        PixelSize coded = videoSize();
        List<PixelSize> sizes = new ArrayList<>(List.of(coded));
        if (chance(5)) {
            sizes.add(videoSize());
        }
        return VideoFacts.builder()
                .standing(any(List.of(
                        VideoFacts.Brand.Standing.LISTED,
                        VideoFacts.Brand.Standing.LISTED,
                        VideoFacts.Brand.Standing.COMPATIBLE,
                        VideoFacts.Brand.Standing.UNLISTED)))
                .codec("avc1")
                .coded(chance(97) ? sizes : List.of())
                .shown(chance(20) ? Optional.of(videoSize()) : Optional.empty())
                .trackHeader(chance(10) ? Optional.of(videoSize()) : Optional.empty())
                .configured(chance(10) ? List.of(videoSize()) : List.of())
                .rotation(chance(95) ? OptionalInt.of(90 * below(4)) : OptionalInt.empty())
                .durations(durations())
                .enabledVideo(any(List.of(1, 1, 1, 0, 2)))
                .audio(chance(50))
                .build();
    }

    private PixelSize videoSize() {
        long min = LIMITS.videoSide().min();
        long max = LIMITS.videoSide().max();
        return PixelSize.of(near(min, max, 1000), near(min, max, 1000));
    }

    private VideoFacts.Durations durations() {
        return new VideoFacts.Durations(
                seconds(90),
                seconds(20),
                seconds(90),
                seconds(20),
                seconds(20),
                chance(5) ? List.of(second()) : List.of());
    }

    private Optional<Fraction> seconds(int percent) {
        return chance(percent) ? Optional.of(second()) : Optional.empty();
    }

    private Fraction second() {
        long timescale = TIMESCALES[below(TIMESCALES.length)];
        return new Fraction(near(3 * timescale, 10 * timescale, 30 * timescale), timescale);
    }
}
