package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the pictures of a film for what the service recommends: one shot, a character visible throughout, motion
 * that is neither missing nor violent. It keeps figures of every picture and a few of the last pictures, and stops
 * looking after {@link #MOST_PICTURES}.
 */
public final class FilmContent {
    /** The longest film accepted, 30 s, at 240 pictures a second is 7,200: what comes later is refused for its duration. */
    static final int MOST_PICTURES = 8_192;

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

    public FilmContent(Limits limits) {
        this.limits = limits;
    }

    /**
     * Takes the next picture.
     *
     * @throws IllegalArgumentException where it is not of the first one's size
     */
    public void add(LumaFrame picture) {
        if (count > MOST_PICTURES) {
            return;
        }
        count++;
        Fraction at = to.max(picture.at());
        to = at;
        if (count > MOST_PICTURES) {
            return; // the first that is not looked at says when the last that was ends
        }
        Thumb thumb = new Thumb(picture);
        Thumb before = last.orElse(thumb);
        if (before.width() != thumb.width() || before.height() != thumb.height()) {
            throw new IllegalArgumentException("a film's pictures have one size");
        }
        if (last.isEmpty()) {
            from = at;
        }
        look(at, before, thumb);
        darkness(at, picture);
        last = Optional.of(thumb);
    }

    private void look(Fraction at, Thumb before, Thumb picture) {
        BlockMatch match = BlockMatch.between(before, picture);
        cuts.add(at, before, picture, begun ? match.residual() : 0);
        stillness.add(at, picture);
        double seconds = (double) at.numerator() / at.denominator();
        if (reference.isEmpty()) {
            motion.begin(seconds);
            keepReference(at, picture);
        } else if (motion.wantsSpeed(seconds)) {
            Thumb since = reference.orElse(before);
            BlockMatch sinceThen = since.equals(before) ? match : BlockMatch.between(since, picture);
            motion.speed(seconds, sinceThen);
            camera.add(referenceAt, at, since, picture, sinceThen);
            keepReference(at, picture);
        }
    }

    private void keepReference(Fraction at, Thumb picture) {
        reference = Optional.of(picture);
        referenceAt = at;
    }

    private void darkness(Fraction at, LumaFrame picture) {
        if (Brightness.isBlack(picture)) {
            black.begin(at);
        } else {
            black.end(at);
            begun = true;
        }
    }

    /**
     * What there is to say of all pictures together, in the order of {@link io.mediapreflight.spec.AdviceId}. To be
     * called once, when there are no more pictures.
     *
     * @param duration when the film ends, in seconds from its start
     */
    public List<Advice> advice(Fraction duration) {
        return count == 0 ? List.of() : findings(duration).advice(limits, motion);
    }

    /** The same before it is put into words; there must have been a picture. */
    FilmFindings findings(Fraction duration) {
        Fraction end = count > MOST_PICTURES ? to : to.max(duration);
        black.end(end);
        return new FilmFindings(
                new Stretch(from, end),
                Math.min(count, MOST_PICTURES),
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
