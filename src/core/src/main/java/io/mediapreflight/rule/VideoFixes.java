package io.mediapreflight.rule;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that fix videos, with FFmpeg. Every number in them comes from the limits and the facts. */
final class VideoFixes {
    /**
     * The margin below the maximum duration: an audio track ends on a frame boundary of its own, and a cut of exactly
     * 10 s came out at 10.008 s.
     */
    private static final Fraction CUT_MARGIN = new Fraction(1, 5);

    private static final long AUDIO_BITS_PER_SECOND = 128_000;

    /** The part of the size limit for video and audio; the rest is for the container and the encoder's inaccuracy. */
    private static final double USABLE = 0.9;

    /** More bits than this improve little. */
    private static final long ENOUGH_BITS_PER_SECOND = 40_000_000;

    private static final Phrase NO_SCALING = Phrase.of("fix.no-scaling");

    private VideoFixes() {}

    static Fix none() {
        return Fix.of(Phrase.of("fix.use-video"));
    }

    static Fix convert() {
        return encode(Fix.advice(RuleId.VIDEO_CONTAINER), List.of());
    }

    /** @param hasMoreTracks whether the file has more than one video track, of which the command keeps the first */
    static Fix remux(boolean hasMoreTracks) {
        return ffmpeg(Phrase.of(hasMoreTracks ? "fix.remux-one-track" : "fix.remux"), List.of("-c", "copy"));
    }

    /** What to do with a video that is too long. */
    static Fix cut(VideoFacts.Durations durations, Optional<Orientation> orientation, Limits limits) {
        Orientation strictest = orientation.orElse(Orientation.IMAGE);
        Fraction target = limits.videoMaxSeconds(strictest).minusOrZero(CUT_MARGIN);
        boolean videoWouldDo = strictest == Orientation.IMAGE
                && durations.container().isPresent()
                && durations.container().get().isAtMost(limits.videoMaxSeconds(Orientation.VIDEO));
        Phrase advice = videoWouldDo
                ? Phrase.of("fix.orientation-video")
                : orientation.isPresent() ? Fix.advice(RuleId.VIDEO_DURATION_MAX) : trimForImage(limits);
        return encode(advice, List.of("-t", target.toDecimalString()));
    }

    private static Phrase trimForImage(Limits limits) {
        Fraction seconds = limits.videoMaxSeconds(Orientation.VIDEO).minusOrZero(CUT_MARGIN);
        return Phrase.of("fix.trim-for-image").with("seconds", seconds.toDecimalString());
    }

    static Fix shrink(SizeLimit limit, Optional<VideoFacts> facts) {
        Optional<Fraction> seconds = facts.flatMap(video -> video.durations().container());
        if (seconds.isEmpty() || seconds.get().isZero()) {
            return Fix.of(RuleId.VIDEO_SIZE);
        }
        double length = (double) seconds.get().numerator() / seconds.get().denominator();
        long bits = (long) (limit.strictBytes() * 8 * USABLE / length) - AUDIO_BITS_PER_SECOND;
        long rate = Math.min(bits, ENOUGH_BITS_PER_SECOND) / 1000;
        return rate < 1
                ? Fix.of(RuleId.VIDEO_DURATION_MAX)
                : encode(
                        Fix.advice(RuleId.VIDEO_SIZE),
                        List.of("-b:v", rate + "k", "-maxrate", rate + "k", "-bufsize", rate + "k"));
    }

    /** Scales the displayed frame, with square pixels, so that a side out of range comes into it. */
    static Fix scale(VideoFacts video, Span side) {
        try {
            PixelSize shown = video.displaySize().orElseThrow();
            // FFmpeg turns the video upright before it scales it.
            boolean lies = video.rotation().orElse(0) % 180 == 90;
            return scale(lies ? new PixelSize(/* width= */ shown.height(), /* height= */ shown.width()) : shown, side);
        } catch (ArithmeticException e) {
            return Fix.of(NO_SCALING); // sides that two numbers of 63 bits do not hold exactly
        }
    }

    private static Fix scale(PixelSize size, Span side) {
        Fraction shorter = size.width().min(size.height());
        Fraction longer = size.width().max(size.height());
        boolean tooSmall = !shorter.isAtLeast(Fraction.of(side.min()));
        boolean tooLarge = !longer.isAtMost(Fraction.of(side.max()));
        Fraction factor = Fraction.of(1);
        if (tooSmall) {
            factor = new Fraction(Math.multiplyExact(side.min(), shorter.denominator()), shorter.numerator());
        } else if (tooLarge) {
            factor = new Fraction(Math.multiplyExact(side.max(), longer.denominator()), longer.numerator());
        }
        long width = even(size.width().times(factor), tooSmall);
        long height = even(size.height().times(factor), tooSmall);
        if ((tooSmall && tooLarge) || !side.contains(width) || !side.contains(height)) {
            return Fix.of(NO_SCALING);
        }
        return encode(
                Fix.advice(RuleId.VIDEO_DIMENSIONS), List.of("-vf", "scale=" + width + ":" + height + ",setsar=1"));
    }

    /** H.264 in 4:2:0 requires even sides. */
    private static long even(Fraction side, boolean up) {
        long half = side.numerator() / side.denominator() / 2;
        boolean exact = Fraction.of(2 * half).compareTo(side) == 0;
        return 2 * (up && !exact ? half + 1 : half);
    }

    private static Fix encode(Phrase advice, List<String> options) {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"));
        return ffmpeg(advice, words);
    }

    /** {@code file:} keeps FFmpeg from taking a name for a protocol or an option. */
    private static Fix ffmpeg(Phrase advice, List<String> options) {
        List<String> words =
                new ArrayList<>(List.of("ffmpeg", "-i", "file:" + Fix.INPUT, "-map", "0:v:0", "-map", "0:a:0?"));
        words.addAll(options);
        words.add("file:" + Fix.OUTPUT + ".mp4");
        return new Fix(advice, words);
    }
}
