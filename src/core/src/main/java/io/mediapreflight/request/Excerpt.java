package io.mediapreflight.request;

/** A text from outside as it may be shown: short, and without characters that steer a terminal or show nothing. */
public final class Excerpt {
    /** Enough to recognise a text by. */
    private static final int MAX_CHARACTERS = 120;

    private Excerpt() {}

    /** The beginning of the text, with U+FFFD for what has no picture. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MAX_CHARACTERS)
                .map(c -> isVisible(c) ? c : 0xFFFD)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > MAX_CHARACTERS ? shown + "…" : shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
