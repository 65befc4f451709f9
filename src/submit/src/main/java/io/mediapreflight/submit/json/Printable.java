package io.mediapreflight.submit.json;

import io.mediapreflight.text.SafeText;

/** Text from outside, made fit for a line of a log or a terminal: no control characters, and not endless. */
public final class Printable {
    /** A long sentence; whole answers are kept elsewhere. */
    private static final int MAX_CHARS = 500;

    private Printable() {}

    public static String of(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= MAX_CHARS;
        return fits ? whole(text) : whole(text.substring(0, text.offsetByCodePoints(0, MAX_CHARS))) + "…";
    }

    /** However long it is. */
    public static String whole(String text) {
        return SafeText.inOneLine(text);
    }
}
