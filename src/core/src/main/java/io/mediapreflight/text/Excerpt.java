package io.mediapreflight.text;

/** The beginning of a text from outside, as it may be shown within a sentence. */
public final class Excerpt {
    /** Enough to recognise a text by. */
    private static final int MAX_CHARACTERS = 120;

    private Excerpt() {}

    /** The beginning of the text, safe to show. */
    public static String of(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= MAX_CHARACTERS;
        return fits
                ? SafeText.of(text)
                : SafeText.of(text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS))) + "…";
    }
}
