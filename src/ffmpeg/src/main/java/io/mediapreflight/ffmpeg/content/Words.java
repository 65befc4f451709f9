package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Times and lists as a person says them. */
final class Words {
    /** As many as a sentence bears. */
    static final int MOST_LISTED = 10;

    private static final int MILLISECOND_DIGITS = 3;

    private Words() {}

    static String seconds(Fraction seconds) {
        return seconds(seconds.toDecimal());
    }

    static String seconds(BigDecimal seconds) {
        BigDecimal plain =
                seconds.setScale(MILLISECOND_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + " s";
    }

    static String tenths(double figure) {
        return BigDecimal.valueOf(figure).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; the first {@link #MOST_LISTED} and how many more there are. */
    static String list(List<String> parts) {
        if (parts.size() > MOST_LISTED) {
            return String.join(", ", parts.subList(0, MOST_LISTED)) + " and " + (parts.size() - MOST_LISTED)
                    + " times more";
        }
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
