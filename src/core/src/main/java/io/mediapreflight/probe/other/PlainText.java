package io.mediapreflight.probe.other;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes that are text: in UTF-8, in UTF-16 with a byte order mark, or in some older encoding that has ASCII in it.
 *
 * @param content without the byte order mark; letters of an older encoding are those of ISO 8859-1
 * @param isCertain whether the encoding speaks for text, or else that most of it is ASCII
 */
record PlainText(String content, boolean isCertain) {
    private static final String UTF_8_MARK = Signature.hex("EFBBBF");
    private static final String UTF_16_BE_MARK = Signature.hex("FEFF");
    private static final String UTF_16_LE_MARK = Signature.hex("FFFE");

    /** One character in so many may be one that no text has. */
    private static final int STRANGE_ONE_IN = 32;

    /** In a text of an older encoding, so many may be none of ASCII: noise has twice as many. */
    private static final int NOT_ASCII_ONE_IN = 4;

    private static final char ESCAPE = 0x1B;

    /** The prefix as text; empty where it is not text. Its last character may be cut in two. */
    static Optional<PlainText> of(Prefix prefix) {
        if (prefix.length() == 0) {
            return Optional.empty();
        }
        byte[] bytes = prefix.toArray();
        Optional<String> unicode;
        if (prefix.holds(0, UTF_16_LE_MARK)) {
            unicode = decode(bytes, 2, StandardCharsets.UTF_16LE);
        } else if (prefix.holds(0, UTF_16_BE_MARK)) {
            unicode = decode(bytes, 2, StandardCharsets.UTF_16BE);
        } else {
            unicode = decode(bytes, prefix.holds(0, UTF_8_MARK) ? 3 : 0, StandardCharsets.UTF_8);
        }
        String content = unicode.orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
        return isPrintable(content)
                ? Optional.of(new PlainText(content, unicode.isPresent() || isMostlyAscii(content)))
                : Optional.empty();
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
        long strange = text.codePoints().filter(PlainText::isStrange).count();
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
