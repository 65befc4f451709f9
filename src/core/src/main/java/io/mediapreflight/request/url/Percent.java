package io.mediapreflight.request.url;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent escapes (RFC 3986 2.1). */
final class Percent {
    private Percent() {}

    /** Whether every percent sign is followed by two hexadecimal digits. */
    static boolean isWellFormed(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (octet(text, i) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether an escape stands for a control character of ASCII. */
    static boolean hidesControl(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            int octet = octet(text, i);
            if ((0 <= octet && octet < ' ') || octet == 0x7F) {
                return true;
            }
        }
        return false;
    }

    /** The text that the escapes stand for; empty where one is no escape, or their bytes are not UTF-8. */
    static Optional<String> decoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.put(raw[i]);
                continue;
            }
            int octet = i + 2 < raw.length ? octet((char) raw[i + 1], (char) raw[i + 2]) : -1;
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.put((byte) octet);
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int octet(String text, int percent) {
        return percent + 2 < text.length() ? octet(text.charAt(percent + 1), text.charAt(percent + 2)) : -1;
    }

    private static int octet(char high, char low) {
        int first = high < 0x80 ? Character.digit(high, 16) : -1;
        int second = low < 0x80 ? Character.digit(low, 16) : -1;
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }
}
