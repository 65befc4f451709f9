package io.mediapreflight.report;

/**
 * Breaks lines that are longer than a terminal is wide, between words, so that a terminal breaks none within one. What colours a line takes
 * no room, a character of an East Asian script takes two columns.
 */
final class LineWrap {
    private static final char ESCAPE = '\033';

    private final int width;

    /** @param width in columns; {@link TextReport.Style#UNBROKEN}: lines stay as they are */
    LineWrap(int width) {
        this.width = width;
    }

    /**
     * Breaks the last line of a text, which has no end yet.
     *
     * @param start where the line begins
     * @param from where in it words begin that may stand on another line
     * @param indent of the lines that follow
     */
    void wrap(StringBuilder text, int start, int from, int indent) {
        if (text.length() - start <= width && isAscii(text, start)) {
            return;
        }
        int column = 0;
        int gap = -1;
        int at = start;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (codePoint == ESCAPE) {
                at = text.indexOf("m", at) + 1;
                continue;
            }
            if (codePoint == ' ' && at >= from && at > start && text.charAt(at - 1) != ' ') {
                gap = at;
            }
            column += columns(codePoint);
            at += Character.charCount(codePoint);
            if (column > width && gap >= 0 && codePoint != ' ') {
                at = breakLine(text, gap, indent);
                column = indent;
                gap = -1;
            }
        }
    }

    /** Puts the end of a line in the place of blanks; returns where the next one's words begin. */
    private static int breakLine(StringBuilder text, int gap, int indent) {
        int end = gap;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        text.replace(gap, end, "\n" + " ".repeat(indent));
        return gap + 1 + indent;
    }

    private static boolean isAscii(StringBuilder text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** How much room a character takes: as terminals have it, without asking one. */
    private static int columns(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F) // Hangul
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF) // CJK, kana and what belongs to them
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3) // Hangul syllables
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF) // compatibility ideographs
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F) // compatibility forms
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60) // full-width forms
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF) // emoji
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD); // further ideographs
    }
}
