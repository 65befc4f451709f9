package io.mediapreflight.report.html;

/** Texts of bounded length: a name or a value from a file may be as long as it likes, and a page that people open may not. */
final class Clipped {
    private static final String LEFT_OUT = "…";

    private Clipped() {}

    /** The beginning of a text; the sign for what is left out is one of its characters. */
    static String beginning(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        boolean inPair = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, inPair ? end - 1 : end) + LEFT_OUT;
    }

    /** The end of a text, by which files are known. */
    static String end(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int start = text.length() - max + 1;
        boolean inPair = Character.isLowSurrogate(text.charAt(start));
        return LEFT_OUT + text.substring(inPair ? start + 1 : start);
    }
}
