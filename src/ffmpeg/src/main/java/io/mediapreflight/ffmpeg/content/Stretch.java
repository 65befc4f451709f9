package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;

/**
 * A part of a video.
 *
 * @param from when its first frame is shown, in seconds
 * @param to when the first frame after it is shown, or when the video ends, in seconds
 */
record Stretch(Fraction from, Fraction to) {
    /** In seconds, to the microsecond: a difference of two times cannot always be held exactly. */
    BigDecimal length() {
        return to.toDecimal().subtract(from.toDecimal());
    }

    boolean lasts(Fraction atLeast) {
        return length().compareTo(atLeast.toDecimal()) >= 0;
    }

    boolean holds(Fraction at) {
        return at.isAtLeast(from) && at.compareTo(to) < 0;
    }

    boolean isWithin(Stretch other) {
        return from.isAtLeast(other.from) && to.isAtMost(other.to);
    }

    /** For people. */
    Phrase inWords() {
        return Phrase.of("stretch").with("from", Words.seconds(from)).with("to", Words.seconds(to));
    }
}
