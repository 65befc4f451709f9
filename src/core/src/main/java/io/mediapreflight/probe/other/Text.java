package io.mediapreflight.probe.other;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from other bytes, and decodes it: UTF-8, UTF-16 with a byte order mark, or mostly ASCII. */
final class Text {
    private static final String UTF_8_MARK = Signature.hex("EFBBBF");
    private static final String UTF_16_BE_MARK = Signature.hex("FEFF");
    private static final String UTF_16_LE_MARK = Signature.hex("FFFE");

    /** One character in so many may be one that no text has. */
    private static final int STRANGE_ONE_IN = 32;

    /** In a text of an older, 8-bit encoding: letters with accents, or other scripts' names, in a text that is ASCII. */
    private static final int NOT_ASCII_ONE_IN = 8;

    private static final char ESCAPE = 0x1B;

    private Text() {}

    /** The prefix as text, without its byte order mark; empty where it is none. A last character may be cut in two. */
    static Optional<String> of(Prefix prefix) {
        byte[] bytes = prefix.toArray();
        if (prefix.length() == 0) {
            return Optional.empty();
        }
        Optional<String> text;
        if (prefix.holds(0, UTF_16_LE_MARK)) {
            text = decode(bytes, 2, StandardCharsets.UTF_16LE);
        } else if (prefix.holds(0, UTF_16_BE_MARK)) {
            text = decode(bytes, 2, StandardCharsets.UTF_16BE);
        } else {
            text = decode(bytes, prefix.holds(0, UTF_8_MARK) ? 3 : 0, StandardCharsets.UTF_8);
            if (text.isEmpty()) {
                text = decode(bytes, 0, StandardCharsets.ISO_8859_1).filter(Text::isMostlyAscii);
            }
        }
        return text.filter(Text::isPrintable);
    }

    private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean wrong = charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, false)
                .isError();
        return wrong ? Optional.empty() : Optional.of(text.flip().toString());
    }

    private static boolean isMostlyAscii(String text) {
        long others = text.chars().filter(letter -> letter > 0x7E).count();
        return others <= text.length() / NOT_ASCII_ONE_IN;
    }

    /** No NUL, and hardly a control character or one that Unicode does not define. */
    private static boolean isPrintable(String text) {
        long strange = text.codePoints().filter(Text::isStrange).count();
        return text.indexOf('\0') < 0 && strange <= text.length() / STRANGE_ONE_IN;
    }

    private static boolean isStrange(int letter) {
        if (letter < ' ') {
            return !isSpace((char) letter) && letter != ESCAPE;
        }
        int type = Character.getType(letter);
        return type == Character.UNASSIGNED || type == Character.PRIVATE_USE || type == Character.SURROGATE;
    }

    /** The white space of HTML and XML: tab, line feed, form feed, carriage return, space. */
    static boolean isSpace(char letter) {
        return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f';
    }

    /** Where the next character that is no white space stands, or the end. */
    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
