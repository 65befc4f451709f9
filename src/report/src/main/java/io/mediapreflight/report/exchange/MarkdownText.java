package io.mediapreflight.report.exchange;

import io.mediapreflight.text.SafeText;

/**
 * Text in a cell of a Markdown table. Every sign that means something to any reader of Markdown, or to the code host that shows it
 * (mentions, references to issues, links), is written as the number of the character, which never means anything.
 */
final class MarkdownText {
    private static final String HARMLESS = "-,;/()'";

    private MarkdownText() {}

    /** Appends prose. */
    static void prose(StringBuilder out, String text, int max) {
        String shown = shortened(SafeText.of(text), max);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '@' || c == '#') {
                // A code host looks for mentions behind Markdown, in the text that it shows, but not in code.
                out.append("<code>");
                sign(out, c);
                out.append("</code>");
            } else {
                sign(out, c);
            }
        }
    }

    /** Appends a name, to be read character by character. */
    static void code(StringBuilder out, String text, int max) {
        String shown = shortened(SafeText.of(text), max);
        out.append("<code>");
        for (int i = 0; i < shown.length(); i++) {
            sign(out, shown.charAt(i));
        }
        out.append("</code>");
    }

    private static void sign(StringBuilder out, char c) {
        boolean isAscii = c > ' ' && c < 0x7F;
        boolean isAlphanumeric = Character.isLetterOrDigit(c);
        if (isAscii && !isAlphanumeric && HARMLESS.indexOf(c) < 0) {
            out.append("&#").append((int) c).append(';');
        } else {
            out.append(c);
        }
    }

    private static String shortened(String text, int max) {
        boolean fits = text.codePointCount(0, text.length()) <= max;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }
}
