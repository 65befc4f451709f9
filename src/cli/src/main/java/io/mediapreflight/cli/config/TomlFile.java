package io.mediapreflight.cli.config;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlReadFeature;

/** Reads TOML: the one class that knows Jackson's reader of it, loaded only where there is such a file. */
final class TomlFile {
    /** Jackson's word for a key that is there twice. */
    private static final String DUPLICATE = "Duplicate key";

    /** A list in an inline table is three deep, and no setting is deeper than one. */
    static final int MAX_DEPTH = 16;

    /** The largest setting has four digits. */
    private static final int MAX_DIGITS = 32;

    private static final TomlFactory TOML = TomlFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxDocumentLength(TrustedFile.MAX_BYTES)
                    .build())
            .build();

    /** A date is no string: it would be taken for a pattern. The factory asks its reader alone for that, whatever it is built with. */
    private static final ObjectReadContext DATES = new ObjectReadContext.Base() {
        @Override
        public int getFormatReadFeatures(int defaults) {
            return defaults | TomlReadFeature.PARSE_JAVA_TIME.getMask();
        }
    };

    private TomlFile() {}

    /** The entries of the first level, in their order; those of tables are left out. */
    static List<TomlEntry> read(String text) throws ConfigurationException {
        try (JsonParser parser = TOML.createParser(DATES, text)) {
            List<TomlEntry> entries = new ArrayList<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                entries.add(entry(key, parser));
            }
            return entries;
        } catch (JacksonException e) {
            throw syntax(e, text);
        } catch (StackOverflowError e) {
            throw new ConfigurationException(Phrase.of("cli:config.depth").with("max", MAX_DEPTH));
        } catch (RuntimeException e) {
            // A reader that stumbles over a hostile text has no better word for it.
            throw new ConfigurationException(Phrase.of("cli:config.no-toml"));
        }
    }

    private static TomlEntry entry(String key, JsonParser parser) {
        TomlKind kind = kind(parser.currentToken());
        if (kind == TomlKind.LIST) {
            return list(key, parser);
        }
        if (kind == TomlKind.TABLE) {
            parser.skipChildren();
            return new TomlEntry(key, kind, List.of());
        }
        return new TomlEntry(key, kind, List.of(Excerpt.of(String.valueOf(parser.getString()))));
    }

    private static TomlEntry list(String key, JsonParser parser) {
        List<String> texts = new ArrayList<>();
        TomlKind kind = TomlKind.LIST;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            } else {
                kind = TomlKind.MIXED_LIST;
                parser.skipChildren();
            }
        }
        return new TomlEntry(key, kind, texts);
    }

    private static TomlKind kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> TomlKind.STRING;
            case VALUE_TRUE, VALUE_FALSE -> TomlKind.BOOLEAN;
            case VALUE_NUMBER_INT -> TomlKind.INTEGER;
            case VALUE_NUMBER_FLOAT -> TomlKind.DECIMAL;
            case START_ARRAY -> TomlKind.LIST;
            case START_OBJECT -> TomlKind.TABLE;
            default -> TomlKind.DATE;
        };
    }

    /** In Jackson's words, with the place. */
    private static ConfigurationException syntax(JacksonException e, String text) {
        TokenStreamLocation location = e.getLocation();
        String reason = Excerpt.of(String.valueOf(e.getOriginalMessage()));
        if (location == null || location.getLineNr() < 1) {
            return new ConfigurationException(Phrase.of("cli:config.syntax").with("reason", reason));
        }
        int line = location.getLineNr();
        int column = location.getColumnNr();
        if (column == 1
                && line > 1
                && reason.equals(DUPLICATE)) { // noticed at the end of its line: Jackson is on the next
            line--;
            column = 1 + text.lines().skip(line - 1L).findFirst().orElse("").length();
        }
        return new ConfigurationException(Phrase.of("cli:config.syntax-at")
                .with("line", Integer.toString(line))
                .with("column", Integer.toString(column))
                .with("reason", reason));
    }
}
