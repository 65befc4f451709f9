package io.mediapreflight.report.html;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.SafeText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON within HTML: what does not show is spelt out as in every report, and no character in it means anything to a reader of HTML, so
 * that a text can neither end the element around it nor begin another.
 */
final class PageJson {
    private static final MathContext DIGITS = new MathContext(6); // more than a plot can show

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

    PageJson startObject() {
        json.writeStartObject();
        return this;
    }

    PageJson endObject() {
        json.writeEndObject();
        return this;
    }

    PageJson startArray() {
        json.writeStartArray();
        return this;
    }

    PageJson endArray() {
        json.writeEndArray();
        return this;
    }

    /** The key of what comes next. */
    PageJson key(String key) {
        json.writeName(key);
        return this;
    }

    PageJson text(String value) {
        json.writeRawValue(quoted(value));
        return this;
    }

    PageJson number(long value) {
        json.writeNumber(value);
        return this;
    }

    /** With six digits. */
    PageJson number(double value) {
        json.writeNumber(plain(new BigDecimal(value).round(DIGITS)));
        return this;
    }

    PageJson number(Fraction value) {
        json.writeNumber(value.toDecimalString());
        return this;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** A value that is such JSON already, on a line of its own. */
    PageJson line(String value) {
        json.writeRawValue("\n" + value);
        return this;
    }

    /** In characters, by now. */
    int length() {
        json.flush();
        return text.getBuffer().length();
    }

    @Override
    public String toString() {
        json.flush();
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

    /** How many bytes such JSON takes. */
    static int bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
