package io.mediapreflight.cli.fix;

import java.util.Optional;

/** What copies are called: {@code dance-fixed.mp4}, {@code dance-fixed-2.mp4}. */
final class FixedNames {
    private static final String FIXED = "-fixed";

    /** Longer numbers are no counts of copies. */
    private static final int MAX_DIGITS = 4;

    private FixedNames() {}

    /** The name of a file without its extension. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The stem of the file that a copy of this name was made from; empty where the name is that of no copy. */
    static Optional<String> original(String name) {
        String stem = stem(name);
        int at = stem.lastIndexOf(FIXED);
        return at > 0 && isEnding(stem.substring(at + FIXED.length()))
                ? Optional.of(stem.substring(0, at))
                : Optional.empty();
    }

    private static boolean isEnding(String ending) {
        return ending.isEmpty()
                || (ending.length() > 1
                        && ending.length() <= MAX_DIGITS + 1
                        && ending.charAt(0) == '-'
                        && ending.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }
}
