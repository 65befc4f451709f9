package io.mediapreflight.report.html;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.SafeText;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * JSON within HTML: what does not show is spelt out as in every report, and no character in it means anything to a reader of HTML, so
 * that a text can neither end the element around it nor begin another.
 */
final class PageJson {
    private static final MathContext DIGITS = new MathContext(6); // more than a plot can show

    private final StringBuilder text = new StringBuilder();

    private void next() {
        int length = text.length();
        if (length > 0 && "{[:".indexOf(text.charAt(length - 1)) < 0) {
            text.append(',');
        }
    }

    PageJson startObject() {
        next();
        text.append('{');
        return this;
    }

    PageJson endObject() {
        text.append('}');
        return this;
    }

    PageJson startArray() {
        next();
        text.append('[');
        return this;
    }

    PageJson endArray() {
        text.append(']');
        return this;
    }

    /** The key of what comes next. */
    PageJson key(String key) {
        next();
        text.append('"').append(key).append("\":");
        return this;
    }

    PageJson text(String value) {
        next();
        text.append(quoted(value));
        return this;
    }

    PageJson number(long value) {
        next();
        text.append(value);
        return this;
    }

    /** With six digits. */
    PageJson number(double value) {
        next();
        text.append(plain(new BigDecimal(value).round(DIGITS)));
        return this;
    }

    PageJson number(Fraction value) {
        next();
        text.append(value.toDecimalString());
        return this;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** A value that is such JSON already, on a line of its own. */
    PageJson line(String json) {
        next();
        text.append('\n').append(json);
        return this;
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A text as it stands in such JSON. */
    static String quoted(String value) {
        String json = SafeText.json(SafeText.of(value));
        StringBuilder safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '<' -> safe.append("\\u003c");
                case '>' -> safe.append("\\u003e");
                case '&' -> safe.append("\\u0026");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** How many bytes a text takes in UTF-8; it has no half of a character. */
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else {
                bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return bytes;
    }
}
