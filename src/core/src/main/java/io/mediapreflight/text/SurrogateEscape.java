package io.mediapreflight.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that keeps bytes which are not UTF-8: each of them becomes a lone surrogate U+DC80 to U+DCFF, as in Python's
 * {@code surrogateescape} (PEP 383). So a {@code String} can hold any file name, and be converted back byte by byte.
 */
public final class SurrogateEscape {
    private static final int FIRST = 0xDC80;
    private static final int LAST = 0xDCFF;
    private static final int BYTE_TO_CHAR = 0xDC00;
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private SurrogateEscape() {}

    /** The text of these bytes, which {@link #encode} turns into the same bytes again. */
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length); // a byte makes one char at most
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (BYTE_TO_CHAR + (in.get() & 0xFF)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** The bytes of this text. A lone surrogate that stands for no byte becomes U+FFFD. */
    public static byte[] encode(String text) {
        if (isUnicode(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 3);
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (isByte(codePoint)) {
                bytes.write(codePoint - BYTE_TO_CHAR);
            } else if (isLoneSurrogate(codePoint)) {
                bytes.writeBytes(REPLACEMENT);
            } else {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The text with U+FFFD for every lone surrogate, so that it is valid Unicode. */
    public static String toUnicode(String text) {
        if (isUnicode(text)) {
            return text;
        }
        StringBuilder valid = new StringBuilder(text.length());
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            valid.appendCodePoint(isLoneSurrogate(codePoint) ? 0xFFFD : codePoint);
        }
        return valid.toString();
    }

    /** Whether the text holds no lone surrogate. */
    public static boolean isUnicode(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (isLoneSurrogate(codePoint)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a code point, as {@link String#codePointAt} gives it, stands for a byte that is not UTF-8. */
    public static boolean isByte(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST;
    }

    /** The byte for which {@link #isByte a code point} stands, 0x80 to 0xFF. */
    public static int toByte(int codePoint) {
        return codePoint - BYTE_TO_CHAR;
    }

    static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
