package io.mediapreflight.report.exchange;

import io.mediapreflight.text.SafeText;

/**
 * Text in a cell of a Markdown table. Every sign that means something to any reader of Markdown, or to the code host that shows it
 * (mentions, references to issues, links), is written as the number of the character, which never means anything.
 */
final class MarkdownText {
    private static final String HARMLESS = "-,;/()'\"%?=+";

    private MarkdownText() {}

    /** Appends prose. */
    static void prose(StringBuilder out, String text, int max) {
        String shown = shortened(SafeText.of(text), max);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '@' || c == '#') {
                // A code host looks for mentions behind Markdown, in the text that it shows, but not in code.
                out.append("<code>");
                number(out, c);
                out.append("</code>");
            } else {
                sign(out, shown, i);
            }
        }
    }

    /** Appends a name, to be read character by character. */
    static void code(StringBuilder out, String text, int max) {
        String shown = shortened(SafeText.of(text), max);
        out.append("<code>");
        for (int i = 0; i < shown.length(); i++) {
            sign(out, shown, i);
        }
        out.append("</code>");
    }

    private static void sign(StringBuilder out, String text, int at) {
        char c = text.charAt(at);
        boolean isAscii = c > ' ' && c < 0x7F;
        if (!isAscii || Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0 || isPunctuation(text, at)) {
            out.append(c);
        } else {
            number(out, c);
        }
    }

    /** A full stop or a colon as in our own sentences, and not as in {@code www.}, {@code https:} or {@code :smile:}. */
    private static boolean isPunctuation(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        boolean amidNumber = isDigit(before) && isDigit(after);
        return switch (text.charAt(at)) {
            case '.' -> before != 'w' && before != 'W';
            case ':' -> after == ' ' || amidNumber;
            default -> false;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void number(StringBuilder out, char c) {
        out.append("&#").append((int) c).append(';');
    }

    private static String shortened(String text, int max) {
        boolean fits = text.codePointCount(0, text.length()) <= max;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }
}
