package io.mediapreflight.metadata;

import io.mediapreflight.text.SafeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as metadata hold it. */
final class MetadataText {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private MetadataText() {}

    /** UTF-8 where it is, else ISO 8859-1; up to the first NUL. */
    static String of(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return untilNul(text);
    }

    /** As 3GPP has it (TS 26.244 8.2): UTF-16 behind a byte order mark, else UTF-8. */
    static String of3gpp(byte[] bytes) {
        boolean wide = bytes.length >= 2 && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) == BYTE_ORDER_MARK;
        return wide ? of(bytes, StandardCharsets.UTF_16) : of(bytes);
    }

    static String of(byte[] bytes, Charset charset) {
        return untilNul(new String(bytes, charset));
    }

    /** Without what does not print or could turn a line round, and with single spaces. */
    static String shown(String text) {
        return SafeText.inOneLine(text).replaceAll(" {2,}", " ");
    }

    private static String untilNul(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
