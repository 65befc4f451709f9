package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Times and lists as a person says them, as data. */
final class Words {
    /** As many as a sentence bears. */
    static final int MAX_LISTED = 10;

    private static final int MILLISECOND_DIGITS = 3;

    private Words() {}

    static Phrase seconds(Fraction seconds) {
        return seconds(seconds.toDecimal());
    }

    /** To the millisecond. */
    static Phrase seconds(BigDecimal seconds) {
        BigDecimal plain =
                seconds.setScale(MILLISECOND_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return Phrase.of("unit.s").with("value", plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    static BigDecimal tenths(double figure) {
        return BigDecimal.valueOf(figure).setScale(1, RoundingMode.HALF_UP);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; the first {@link #MAX_LISTED} and how many more there are. */
    static Phrase list(List<Phrase> parts) {
        return parts.size() > MAX_LISTED
                ? Phrase.of("times.more")
                        .with("times", parts.subList(0, MAX_LISTED))
                        .with("more", parts.size() - MAX_LISTED)
                : Phrase.of("times").with("times", parts);
    }
}
