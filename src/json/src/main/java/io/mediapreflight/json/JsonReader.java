package io.mediapreflight.json;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON text of bounded depth and size to its end: a request, a response, limits, a line of a manifest, a
 * baseline or a journal. Never throws because of a text's content.
 */
public final class JsonReader {
    /** A request is three deep, a response four; what a service may grow is hardly deeper than this. */
    static final int MAX_DEPTH = 64;

    /** The longest text: a prompt, some URLs and paths are a few KiB. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Every byte of the text may be a token of its own. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(MAX_BYTES)
                    .build())
            // A table of names that all texts share would be one that a hostile text can fill.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    /** Jackson shows the token that it stumbled over, cut at some length: half of a key would not be known as one. */
    private static final Pattern SHOWN_TOKEN = Pattern.compile("(?s)^(Unrecognized token) '.*?'(?=: was|$)");

    /** Jackson gives the code of a character beside it. */
    private static final Pattern SHOWN_CHARACTER = Pattern.compile("(?s)\\(('.') \\(code [0-9]{1,7}\\)\\)");

    private final String text;
    private final JsonParser parser;

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** The one value of a text in UTF-8. Where the bytes are not UTF-8, nothing is guessed. */
    public static ParsedJson read(byte[] bytes) {
        return read(bytes, "json:place-with-line");
    }

    /** The one value of a line in UTF-8 of a longer text, whose number is said elsewhere. */
    public static ParsedJson readLine(byte[] line) {
        return read(line, "json:place");
    }

    private static ParsedJson read(byte[] bytes, String placeKey) {
        if (bytes.length > MAX_BYTES) {
            return ParsedJson.problem(Phrase.of("json:too-long").with("max", MAX_BYTES));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length); // a byte makes one char at most
        return decoder.decode(in, out, true).isError()
                ? ParsedJson.problem(notUtf8(in.position(), out.flip().toString(), placeKey))
                : read(withoutMark(out.flip().toString()), placeKey);
    }

    private static Phrase notUtf8(int offset, String before, String placeKey) {
        int lineStart = before.lastIndexOf('\n') + 1;
        long line = 1 + before.chars().filter(each -> each == '\n').count();
        return Phrase.of("json:not-utf8")
                .with("offset", offset)
                .with("place", place(placeKey, line, 1L + before.length() - lineStart));
    }

    /**
     * The one value of a line of a longer text, whose number is said elsewhere; behind a byte order mark if there is one, which a
     * parser may ignore (RFC 8259 8.1).
     */
    public static ParsedJson read(String line) {
        return read(withoutMark(line), "json:place");
    }

    private static ParsedJson read(String text, String placeKey) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(text, parser);
            if (parser.nextToken() == null) {
                return ParsedJson.problem(Phrase.of("json:empty"));
            }
            Json value = reader.value();
            return parser.nextToken() == null
                    ? ParsedJson.of(value)
                    : ParsedJson.problem(
                            Phrase.of("json:trailing").with("place", place(placeKey, parser.currentTokenLocation())));
        } catch (JacksonException e) {
            return ParsedJson.problem(syntax(clause(e.getOriginalMessage()), placeKey, e.getLocation()));
        }
    }

    /** What can be read of the members of an object that breaks off, as far as they are complete. */
    public static Json.Obj salvage(String marked) {
        String text = withoutMark(marked);
        List<Json.Member> members = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonReader reader = new JsonReader(text, parser);
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    members.add(reader.member());
                }
            }
        } catch (JacksonException e) {
            // as far as it goes
        }
        return new Json.Obj(members);
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** Of Jackson's sentences the first line, and no place in it: the rest names Java sources and settings. */
    private static String clause(String sentence) {
        String token = SHOWN_TOKEN.matcher(sentence).replaceFirst("$1");
        String message = SHOWN_CHARACTER.matcher(token).replaceFirst("$1");
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        int start = line.indexOf(" (start marker at ");
        return Excerpt.of(start < 0 ? line : line.substring(0, start));
    }

    private static Phrase place(String key, TokenStreamLocation location) {
        return place(key, location.getLineNr(), location.getColumnNr());
    }

    /** Without separators, as editors take the numbers. */
    private static Phrase place(String key, long line, long column) {
        return Phrase.of(key).with("line", Long.toString(line)).with("column", Long.toString(column));
    }

    private static Phrase syntax(String reason, String placeKey, TokenStreamLocation location) {
        return location == null || location.getLineNr() < 0
                ? Phrase.of("json:syntax-without-place").with("reason", reason)
                : Phrase.of("json:syntax").with("reason", reason).with("place", place(placeKey, location));
    }

    /** Recursion is bounded by MAX_DEPTH. */
    private Json value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Nil();
            default -> new Json.Num(parser.getString());
        };
    }

    private Json object() {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            members.add(member());
        }
        return new Json.Obj(members);
    }

    private Json.Member member() {
        String name = parser.currentName();
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        Json value = value();
        parser.getString(); // reads a string to its end
        int end = (int) parser.currentLocation().getCharOffset();
        return new Json.Member(name, value, new Json.Spelling(text, start, end));
    }

    private Json array() {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new Json.Arr(elements);
    }
}
