package io.mediapreflight.report.exchange;

import io.mediapreflight.text.SafeText;

/**
 * Text within XML 1.0. What does not show is spelt out; the few characters that XML cannot hold by any means become U+FFFD.
 */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int FIRST_NON_CHARACTER = 0xFFFE;

    private XmlText() {}

    /** Appends {@code name="value"} behind a space. */
    static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(xml, SafeText.of(value));
        xml.append('"');
    }

    /** Appends lines of text. */
    static void lines(StringBuilder xml, Iterable<String> lines) {
        for (String line : lines) {
            escape(xml, SafeText.of(line));
            xml.append('\n');
        }
    }

    private static void escape(StringBuilder xml, String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            switch (codePoint) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(isXml(codePoint) ? codePoint : REPLACEMENT);
            }
        }
    }

    /** Of what {@link SafeText} leaves: neither controls nor halves of characters are among it. */
    private static boolean isXml(int codePoint) {
        return codePoint < FIRST_NON_CHARACTER || codePoint > Character.MAX_VALUE;
    }
}
