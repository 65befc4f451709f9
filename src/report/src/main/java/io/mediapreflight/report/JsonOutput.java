package io.mediapreflight.report;

import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON generator whose output is valid UTF-8 whatever it is given, and safe on a terminal: what does not show is
 * escaped, as in {@link SafeText}. It writes to memory, and {@link #drain} hands that on, so that a stream that fails is an
 * {@link IOException} and leaves no half-written token behind.
 */
@SuppressWarnings("exports") // what a sink of facts is, only the modules of this project need to know
public final class JsonOutput implements FactSink {
    /** Every key so far, encoded: there are few of them, and millions of results that repeat them. */
    private final Map<String, SerializedString> keys = new HashMap<>();

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final OutputStream out;
    private final JsonGenerator generator;

    private JsonOutput(OutputStream out, ObjectWriteContext context) {
        this.out = out;
        // The documents are written by the caller: nothing between them, and nothing closed by itself.
        this.generator = JsonFactory.builder().rootValueSeparator("").build().createGenerator(context, buffer);
    }

    /** On one line a document. */
    public static JsonOutput compact(OutputStream out) {
        return new JsonOutput(out, ObjectWriteContext.empty());
    }

    /** Indented, for people to read as well. */
    public static JsonOutput indented(OutputStream out) {
        return new JsonOutput(out, new Indented());
    }

    /** Flushes what was written since the last time. */
    public void drain() throws IOException {
        generator.flush();
        buffer.writeTo(out);
        buffer.reset();
    }

    public void endLine() {
        generator.writeRaw('\n');
    }

    public void startObject() {
        generator.writeStartObject();
    }

    /** The key of the value that is written next. */
    public void name(String key) {
        generator.writeName(keys.computeIfAbsent(key, SerializedString::new));
    }

    public void startObject(String key) {
        name(key);
        generator.writeStartObject();
    }

    public void endObject() {
        generator.writeEndObject();
    }

    public void startArray(String key) {
        name(key);
        generator.writeStartArray();
    }

    public void endArray() {
        generator.writeEndArray();
    }

    void string(String value) {
        String text = SurrogateEscape.toUnicode(value);
        // The generator's own escapes see halves of characters, and do not distinguish a tag from an emoji.
        if (SafeText.holdsHidden(text)) {
            generator.writeRawValue(SafeText.json(text));
        } else {
            generator.writeString(text);
        }
    }

    @Override
    public void put(String key, String value) {
        name(key);
        string(value);
    }

    /** Some strings, as an array. */
    public void put(String key, List<String> values) {
        startArray(key);
        values.forEach(this::string);
        endArray();
    }

    @Override
    public void put(String key, long value) {
        name(key);
        generator.writeNumber(value);
    }

    public void put(String key, BigDecimal value) {
        name(key);
        generator.writeNumber(value);
    }

    @Override
    public void put(String key, boolean value) {
        name(key);
        generator.writeBoolean(value);
    }

    /** As a decimal number, to the microsecond. */
    @Override
    public void put(String key, Fraction value) {
        put(key, value.toDecimal());
    }

    /** A value that is JSON already, as it stands. */
    public void putJson(String key, String json) {
        name(key);
        generator.writeRawValue(json);
    }

    void putBase64(String key, byte[] bytes) {
        name(key);
        generator.writeBinary(bytes);
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new IndentedJson();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
