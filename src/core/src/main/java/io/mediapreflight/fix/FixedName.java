package io.mediapreflight.fix;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;

/** What a copy is called: {@code dance-fixed.mp4} beside {@code dance.mov}, and {@code dance-fixed-2.mp4} beside {@code dance-fixed.mp4}. */
final class FixedName {
    private static final String FIXED = "-fixed";

    /** Longer numbers are no counts of copies. */
    private static final int MAX_DIGITS = 4;

    private FixedName() {}

    static String of(SourceName source, Format format) {
        String stem = source.stem();
        int at = stem.lastIndexOf(FIXED);
        String ending = at < 0 ? "" : stem.substring(at + FIXED.length());
        boolean isCopy = at >= 0 && (ending.isEmpty() || isNumbered(ending));
        String numbered = stem + FIXED;
        if (isCopy) {
            long number = ending.isEmpty() ? 2 : Long.parseLong(ending.substring(1)) + 1;
            numbered = stem.substring(0, at) + FIXED + "-" + number;
        }
        return numbered + "." + format.extensions().get(0);
    }

    private static boolean isNumbered(String ending) {
        return ending.length() > 1
                && ending.length() <= MAX_DIGITS + 1
                && ending.charAt(0) == '-'
                && ending.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
