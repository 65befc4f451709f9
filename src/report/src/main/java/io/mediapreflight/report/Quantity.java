package io.mediapreflight.report;

import io.mediapreflight.text.Phrase;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. What has a decimal is rounded down, so that nothing is shown larger than it is. */
final class Quantity {
    private static final long KILO = 1000;
    private static final String[] UNITS = {" kB", " MB", " GB", " TB", " PB", " EB"};
    private static final long SECOND_MILLIS = 1000;
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_MINUTES = 60;

    private Quantity() {}

    /** {@code 18,203}, wherever the reader lives. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 byte}, {@code 16.3 kB}, {@code 3.2 GB}. */
    static String bytes(long count) {
        if (count < KILO) {
            return Phrase.of("unit.bytes").with("value", count).toString();
        }
        int unit = 0;
        long one = KILO;
        while (count / one >= KILO) {
            one *= KILO;
            unit++;
        }
        return tenths(count, one) + UNITS[unit];
    }

    /** {@code 340 ms}, {@code 1.9 s}, {@code 12 min 3 s}, {@code 2 h 5 min}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < SECOND_MILLIS) {
            return millis + " ms";
        }
        long seconds = millis / SECOND_MILLIS;
        if (seconds < MINUTE_SECONDS) {
            return tenths(millis, SECOND_MILLIS) + " s";
        }
        long minutes = seconds / MINUTE_SECONDS;
        return minutes < HOUR_MINUTES
                ? minutes + " min " + seconds % MINUTE_SECONDS + " s"
                : minutes / HOUR_MINUTES + " h " + minutes % HOUR_MINUTES + " min";
    }

    private static String tenths(long count, long unit) {
        return count / unit + "." + count % unit / (unit / 10);
    }
}
