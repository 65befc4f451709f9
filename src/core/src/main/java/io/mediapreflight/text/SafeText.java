package io.mediapreflight.text;

/**
 * Text from outside, made safe to show. What is invisible, or makes other text show wrongly (controls, escapes,
 * bidirectional marks, zero-width and tag characters, variation selectors, halves of characters, bytes that are not
 * UTF-8), is spelt out: {@code \n}, {@code \x1b}, {@code \u202e}. Every report and message takes from here what that
 * is.
 */
public final class SafeText {
    private static final int FIRST_C1 = 0x80;
    private static final int DELETE = 0x7F;

    /** Tags and the second set of variation selectors; the rest of the block is kept for more that does not show. */
    private static final int FIRST_TAG = 0xE0000;

    private static final int LAST_TAG = 0xE0FFF;

    /** Where a backslash separates names it cannot be part of one. */
    private static final boolean BACKSLASH_SEPARATES = "\\".equals(System.getProperty("file.separator"));

    private SafeText() {}

    /**
     * Whether a code point is invisible or misleading: a control, a character without ink, or one that moves the text
     * around it.
     */
    public static boolean isHidden(int codePoint) {
        if (codePoint < DELETE) {
            return codePoint < ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> (FIRST_TAG <= codePoint && codePoint <= LAST_TAG) || isWithoutInk(codePoint);
        };
    }

    /** Marks, letters and symbols that Unicode has for programs (Default_Ignorable_Code_Point), and blank Braille. */
    private static boolean isWithoutInk(int codePoint) {
        boolean selector = 0xFE00 <= codePoint && codePoint <= 0xFE0F;
        boolean special = 0xFFF0 <= codePoint && codePoint <= 0xFFF8;
        return switch (codePoint) {
            case 0x034F, // combining grapheme joiner
                    0x115F, // Hangul fillers
                    0x1160,
                    0x3164,
                    0xFFA0,
                    0x17B4, // Khmer inherent vowels
                    0x17B5,
                    0x180B, // Mongolian selectors
                    0x180C,
                    0x180D,
                    0x180F,
                    0x2065,
                    0x2800 -> true;
            default -> selector || special;
        };
    }

    /** Whether the text holds an invisible or misleading character. */
    public static boolean holdsHidden(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (isHidden(codePoint)) {
                return true;
            }
        }
        return false;
    }

    /** The text with invisible characters spelt out; its own backslashes stay as they are. */
    public static String of(String text) {
        return spelt(text, false);
    }

    /** A file name. Where anything in it is spelt out, its own backslashes are doubled, so that it stays readable back. */
    public static String name(String name) {
        boolean ownBackslash = !BACKSLASH_SEPARATES && name.indexOf('\\') >= 0;
        return spelt(name, ownBackslash || holdsHidden(name));
    }

    /** The text in one line, with single spaces for what does not show: for sentences of others within ours. */
    public static String inOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            line.appendCodePoint(isHidden(codePoint) ? ' ' : codePoint);
        }
        return line.toString().strip();
    }

    /** The text as a JSON string, quotes included, in which nothing is hidden; it reads back as the same text. */
    public static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16).append('"');
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (codePoint == '"' || codePoint == '\\') {
                out.append('\\').append((char) codePoint);
            } else if (!isHidden(codePoint)) {
                out.appendCodePoint(codePoint);
            } else if (!named(out, codePoint)) {
                for (char unit : Character.toChars(codePoint)) {
                    hex(out.append("\\u"), unit, 4);
                }
            }
        }
        return out.append('"').toString();
    }

    private static String spelt(String text, boolean doubleBackslashes) {
        if (!doubleBackslashes && !holdsHidden(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (isHidden(codePoint)) {
                spell(out, codePoint);
            } else if (codePoint == '\\' && doubleBackslashes) {
                out.append("\\\\");
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    private static void spell(StringBuilder out, int codePoint) {
        if (named(out, codePoint)) {
            return;
        }
        if (SurrogateEscape.isByte(codePoint)) {
            hex(out.append("\\x"), SurrogateEscape.toByte(codePoint), 2);
        } else if (codePoint < FIRST_C1) {
            hex(out.append("\\x"), codePoint, 2);
        } else if (Character.isBmpCodePoint(codePoint)) {
            hex(out.append("\\u"), codePoint, 4);
        } else {
            hex(out.append("\\U"), codePoint, 8);
        }
    }

    /** The escapes that JSON, C and shells have in common. */
    private static boolean named(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void hex(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit(value >> shift & 0xF, 16));
        }
    }
}
