package io.mediapreflight.audit.text;

import io.mediapreflight.text.Excerpt;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Reads a line that holds one JSON object, member by member. What lies deeper than its members is passed over. */
public final class JsonLine {
    /** The largest line: as large as the largest request body that is read. A prompt and some paths are a few KiB. */
    public static final int MAX_BYTES = 1 << 20;

    /** Nothing here needs a depth of more than 1; a column of another program is hardly deeper than this. */
    private static final int MAX_DEPTH = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(MAX_BYTES)
                    .build())
            // A table of names that all lines share would be one that a hostile line can fill.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    /** Jackson shows the token that it stumbled over; the column is enough to find it by. */
    private static final Pattern SHOWN_TOKEN = Pattern.compile("(?s)^(Unrecognized token) '.*?'(?=: was|$)");

    private JsonLine() {}

    /**
     * Hands on the members in their order, doubled ones too.
     *
     * @param line at most {@link #MAX_BYTES}
     * @return why the line is no JSON object, in a clause; members may have been handed on by then. Empty: all is well
     */
    public static Optional<String> read(byte[] line, BiConsumer<String, JsonValue> members) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(line);
        CharBuffer text = CharBuffer.allocate(line.length); // a byte makes one char at most
        CoderResult result = decoder.decode(in, text, true);
        return result.isError()
                ? Optional.of("not JSON: not UTF-8 at byte " + (in.position() + 1) + " of the line")
                : read(text.flip().toString(), members);
    }

    private static Optional<String> read(String text, BiConsumer<String, JsonValue> members) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.accept(name, value(parser));
            }
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of("something follows the end of the JSON object");
        } catch (JacksonException e) {
            return Optional.of("not JSON: " + clause(e));
        }
    }

    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new JsonValue(JsonValue.Kind.STRING, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue(JsonValue.Kind.NUMBER, parser.getString());
            case VALUE_NULL -> new JsonValue(JsonValue.Kind.NULL, "");
            case START_OBJECT -> passedOver(parser, JsonValue.Kind.OBJECT);
            case START_ARRAY -> passedOver(parser, JsonValue.Kind.ARRAY);
            default -> new JsonValue(JsonValue.Kind.BOOLEAN, "");
        };
    }

    private static JsonValue passedOver(JsonParser parser, JsonValue.Kind kind) {
        parser.skipChildren();
        return new JsonValue(kind, "");
    }

    /** Of Jackson's sentences the first line: the second names Java sources and settings. */
    private static String clause(JacksonException e) {
        String message = SHOWN_TOKEN.matcher(e.getOriginalMessage()).replaceFirst("$1");
        int end = message.indexOf('\n');
        String clause = Excerpt.of(end < 0 ? message : message.substring(0, end));
        return e.getLocation() == null || e.getLocation().getColumnNr() < 0
                ? clause
                : clause + " (column " + e.getLocation().getColumnNr() + ")";
    }
}
