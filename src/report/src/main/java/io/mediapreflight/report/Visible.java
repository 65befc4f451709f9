package io.mediapreflight.report;

import io.mediapreflight.source.SurrogateEscape;
import java.io.File;

/**
 * Text that is safe on a terminal. What does not show, or makes other text show wrongly (controls, escapes, bidirectional
 * marks, zero-width characters, bytes that are not UTF-8), is spelt out: {@code \n}, {@code \x1b}, {@code \u202e}.
 */
public final class Visible {
    private static final int FIRST_C1 = 0x80;
    private static final int DELETE = 0x7F;

    private Visible() {}

    /** A file name. Where anything in it is spelt out, its own backslashes are doubled, so that it stays readable back. */
    public static String name(String name) {
        boolean ownBackslash = File.separatorChar != '\\' && name.indexOf('\\') >= 0;
        return spelt(name, ownBackslash || holdsHidden(name));
    }

    /** Any other text; its backslashes stay as they are. */
    public static String text(String text) {
        return spelt(text, false);
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

    /** Whether anything in the text would not show on a terminal as it stands. */
    static boolean holdsHidden(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (isHidden(codePoint)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a code point is a control, a format character, a line separator, a lone surrogate, or an empty glyph. */
    static boolean isHidden(int codePoint) {
        if (codePoint < DELETE) {
            return codePoint < ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isEmptyGlyph(codePoint);
        };
    }

    /** Letters, marks and symbols without ink: combining grapheme joiner, Hangul fillers, Mongolian selectors, blank Braille. */
    private static boolean isEmptyGlyph(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static void spell(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
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
        }
    }

    private static void hex(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit(value >> shift & 0xF, 16));
        }
    }
}
