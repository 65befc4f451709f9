package io.mediapreflight.text;

/** The beginning of a text from outside, as it may be shown within a sentence. */
public final class Excerpt {
    /** Enough to recognise a text by. */
    private static final int MAX_CHARACTERS = 120;

    /** A long sentence from outside. */
    private static final int MAX_SENTENCE = 500;

    private Excerpt() {}

    /** The beginning of the text, with invisible characters spelt out. */
    public static String of(String text) {
        String start = start(text, MAX_CHARACTERS);
        return SafeText.of(start) + (start.length() < text.length() ? "…" : "");
    }

    /** The beginning of a sentence in one line, with single spaces for what does not show. */
    public static String sentence(String text) {
        String start = start(text, MAX_SENTENCE);
        return SafeText.inOneLine(start) + (start.length() < text.length() ? "…" : "");
    }

    private static String start(String text, int max) {
        boolean fits = text.codePointCount(0, text.length()) <= max;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
