package io.mediapreflight.probe.other;

import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes that stand where no file of another format has them. One place, or two, as RIFF's name and that of its form.
 *
 * @param first at byte 0, a character for each byte
 * @param offset where {@code second} stands
 * @param second empty where {@code first} is enough
 */
record Signature(Format format, Kind kind, String first, int offset, String second) {
    static Signature of(Format format, String first) {
        return new Signature(format, format.kind(), first, 0, "");
    }

    static Signature of(Format format, String first, int offset, String second) {
        return new Signature(format, format.kind(), first, offset, second);
    }

    Signature as(Kind other) {
        return new Signature(format, other, first, offset, second);
    }

    /** Bytes written as hexadecimal digits. */
    static String hex(String digits) {
        return new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
    }

    boolean matches(Prefix prefix) {
        return prefix.holds(0, first) && prefix.holds(offset, second);
    }
}
