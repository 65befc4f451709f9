package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the frames of a video for what the service recommends: one shot, a character visible throughout, motion
 * that is neither missing nor violent. It keeps figures of every frame and a few of the last frames, and stops
 * looking after {@link #MAX_FRAMES}.
 */
public final class VideoContent {
    /** The longest video accepted, 30 s, at 240 frames a second is 7,200: what comes later is refused for its duration. */
    static final int MAX_FRAMES = 8_192;

    private final Limits limits;
    private final Cuts cuts = new Cuts();
    private final Stretches black = new Stretches(ContentThresholds.BLACK_SECONDS);
    private final Stillness stillness = new Stillness();
    private final Motion motion = new Motion();
    private final CameraMoves camera = new CameraMoves();
    private Optional<Thumb> last = Optional.empty();
    private Optional<Thumb> reference = Optional.empty();
    private Fraction referenceAt = Fraction.of(0);
    private Fraction from = Fraction.of(0);
    private Fraction to = Fraction.of(0);
    private int count;
    private boolean begun;

    public VideoContent(Limits limits) {
        this.limits = limits;
    }

    /**
     * Takes the next frame.
     *
     * @throws IllegalArgumentException where it is not of the first one's size
     */
    public void add(LumaFrame frame) {
        if (count > MAX_FRAMES) {
            return;
        }
        count++;
        Fraction at = to.max(frame.at());
        to = at;
        if (count > MAX_FRAMES) {
            return; // the first that is not looked at says when the last that was ends
        }
        Thumb thumb = new Thumb(frame);
        Thumb before = last.orElse(thumb);
        if (before.width() != thumb.width() || before.height() != thumb.height()) {
            throw new IllegalArgumentException("a video's frames have one size");
        }
        if (last.isEmpty()) {
            from = at;
        }
        look(at, before, thumb);
        darkness(at, frame);
        last = Optional.of(thumb);
    }

    private void look(Fraction at, Thumb before, Thumb frame) {
        BlockMatch match = BlockMatch.between(before, frame);
        cuts.add(at, before, frame, begun ? match.residual() : 0);
        stillness.add(at, frame);
        double seconds = (double) at.numerator() / at.denominator();
        if (reference.isEmpty()) {
            motion.begin(seconds);
            keepReference(at, frame);
        } else if (motion.wantsSpeed(seconds)) {
            Thumb since = reference.orElse(before);
            BlockMatch sinceThen = since.equals(before) ? match : BlockMatch.between(since, frame);
            motion.speed(seconds, sinceThen);
            camera.add(referenceAt, at, since, frame, sinceThen);
            keepReference(at, frame);
        }
    }

    private void keepReference(Fraction at, Thumb frame) {
        reference = Optional.of(frame);
        referenceAt = at;
    }

    private void darkness(Fraction at, LumaFrame frame) {
        if (Brightness.isBlack(frame)) {
            black.begin(at);
        } else {
            black.end(at);
            begun = true;
        }
    }

    /**
     * What there is to say of all frames together, in the order of {@link io.mediapreflight.spec.AdviceId}. To be
     * called once, when there are no more frames.
     *
     * @param duration when the video ends, in seconds from its start
     */
    public List<Advice> advice(Fraction duration) {
        return count == 0 ? List.of() : findings(duration).advice(limits, motion);
    }

    /** The same before it is put into words; there must have been a frame. */
    VideoFindings findings(Fraction duration) {
        Fraction end = count > MAX_FRAMES ? to : to.max(duration);
        black.end(end);
        return new VideoFindings(
                new Stretch(from, end),
                Math.min(count, MAX_FRAMES),
                cuts.found(),
                black.found(),
                stillness.until(end),
                camera.found());
    }

    /** What was measured of the motion. */
    Motion motion() {
        return motion;
    }
}
