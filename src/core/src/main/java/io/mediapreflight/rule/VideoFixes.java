package io.mediapreflight.rule;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Span;
import io.mediapreflight.text.Phrase;
import java.util.Optional;

/** What to do with videos, where it depends on more than the rule. */
final class VideoFixes {
    private VideoFixes() {}

    /** @param hasMoreTracks whether the file has more than one video track */
    static Fix remux(boolean hasMoreTracks) {
        return Fix.of(Phrase.of(hasMoreTracks ? "fix.remux-one-track" : "fix.remux"));
    }

    /**
     * What to do with a video that is too long.
     *
     * @param orientation that it was judged for; both without one
     * @param fitsVideo whether orientation {@code video} accepts it by every reading and every other rule
     */
    static Fix cut(Optional<Orientation> orientation, boolean fitsVideo, Limits limits) {
        if (fitsVideo && orientation.orElse(Orientation.IMAGE) == Orientation.IMAGE) {
            return Fix.of(Phrase.of("fix.orientation-video"));
        }
        if (orientation.isPresent()) {
            return Fix.of(RuleId.VIDEO_DURATION_MAX);
        }
        Fraction seconds = limits.videoMaxSeconds(Orientation.VIDEO);
        return Fix.of(Phrase.of("fix.trim-for-image").with("seconds", seconds.toDecimalString()));
    }

    static Fix scale(VideoFacts video, Span side) {
        PixelSize shown = video.displaySize().orElseThrow();
        try {
            Fraction shorter = shown.width().min(shown.height());
            Fraction longer = shown.width().max(shown.height());
            return longer.times(side.min()).isAtMost(shorter.times(side.max()))
                    ? Fix.of(RuleId.VIDEO_DIMENSIONS)
                    : Fix.of(Phrase.of("fix.no-scaling"));
        } catch (ArithmeticException e) {
            return Fix.of(RuleId.VIDEO_DIMENSIONS); // sides that two numbers of 63 bits do not hold exactly
        }
    }
}
