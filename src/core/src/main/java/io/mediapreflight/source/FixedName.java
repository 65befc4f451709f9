package io.mediapreflight.source;

/**
 * What a fixed copy is called, without its extension: {@code dance-fixed} beside {@code dance.mov}, and {@code dance-fixed-2} beside
 * {@code dance-fixed.mp4}.
 */
final class FixedName {
    private static final String FIXED = "-fixed";

    /** Longer numbers are no counts of copies. */
    private static final int MAX_DIGITS = 4;

    private FixedName() {}

    /** Of a file with this path, up to its dot. */
    static String of(String stem) {
        int at = stem.lastIndexOf(FIXED);
        String ending = at < 0 ? "" : stem.substring(at + FIXED.length());
        if (at < 0 || !(ending.isEmpty() || isNumbered(ending))) {
            return stem + FIXED;
        }
        long number = ending.isEmpty() ? 2 : Long.parseLong(ending.substring(1)) + 1;
        return stem.substring(0, at) + FIXED + "-" + number;
    }

    private static boolean isNumbered(String ending) {
        return ending.length() > 1
                && ending.length() <= MAX_DIGITS + 1
                && ending.charAt(0) == '-'
                && ending.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
