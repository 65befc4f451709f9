package io.mediapreflight.submit.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text of bounded depth and size to its end. */
public final class JsonText {
    /** A request is three deep, an answer four; what a service may grow is hardly deeper than this. */
    static final int MAX_DEPTH = 64;

    /** The largest request that is read and the largest answer: a prompt and some URLs are a few KiB. */
    public static final int MAX_BYTES = 1 << 20;

    /** Every byte of the text may be a token of its own. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(MAX_BYTES)
                    .build())
            .build();

    /** Jackson shows the token that it stumbled over, cut at some length: half of a key would not be known as one. */
    private static final Pattern SHOWN_TOKEN = Pattern.compile("(?s)^(Unrecognized token) '.*?'(?=: was|$)");

    private final String text;
    private final JsonParser parser;

    private JsonText(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** Why a text is no JSON: one clause, with the line and the column where it is known. */
    public record Trouble(String what) {}

    /** Either the value or the trouble. */
    public record Parsed(Optional<Json> value, Optional<Trouble> trouble) {}

    /** The one value of a text. Never throws for what the text holds. */
    public static Parsed parse(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonText reader = new JsonText(text, parser);
            parser.nextToken();
            if (parser.currentToken() == null) {
                return trouble("there is nothing in it");
            }
            Json value = reader.value();
            return parser.nextToken() == null
                    ? new Parsed(Optional.of(value), Optional.empty())
                    : trouble("something follows the end of the value" + at(parser.currentTokenLocation()));
        } catch (JacksonException e) {
            return trouble(clause(e.getOriginalMessage()) + at(e.getLocation()));
        }
    }

    private static Parsed trouble(String what) {
        return new Parsed(Optional.empty(), Optional.of(new Trouble(what)));
    }

    /** Of Jackson's sentences the first line: the second names Java sources and settings. */
    private static String clause(String sentence) {
        String message = SHOWN_TOKEN.matcher(sentence).replaceFirst("$1");
        int end = message.indexOf('\n');
        return Printable.of(end < 0 ? message : message.substring(0, end));
    }

    private static String at(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** Recursion is bounded by MAX_DEPTH. */
    private Json value() {
        JsonToken token = parser.currentToken();
        return switch (token) {
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
            String name = parser.currentName();
            parser.nextToken();
            int start = (int) parser.currentTokenLocation().getCharOffset();
            Json value = value();
            parser.getString(); // reads a string to its end
            int end = (int) parser.currentLocation().getCharOffset();
            members.add(new Json.Member(name, value, raw(start, end)));
        }
        return new Json.Obj(members);
    }

    /** Between the two offsets; a number's end is seen only at what follows it. */
    private String raw(int start, int end) {
        return text.substring(start, Math.max(start, Math.min(end, text.length())))
                .strip();
    }

    private Json array() {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new Json.Arr(elements);
    }

    /** What can be read of the members of an object that breaks off, as far as they are whole. */
    public static Json.Obj salvage(String text) {
        List<Json.Member> members = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Json.Obj(members);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                Json value = new JsonText(text, parser).value();
                members.add(new Json.Member(name, value, ""));
            }
        } catch (JacksonException e) {
            // as far as it goes
        }
        return new Json.Obj(members);
    }
}
