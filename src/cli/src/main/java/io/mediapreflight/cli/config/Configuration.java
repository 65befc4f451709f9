package io.mediapreflight.cli.config;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Suggestion;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file sets.
 *
 * @param file its name, as it was found or given
 * @param values what it sets, checked, in the order of the settings
 */
record Configuration(String file, Map<Setting, Value> values) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * A value that is one of its setting.
     *
     * @param texts of a list its elements, else the value
     * @param line on which its key stands; 0 where that is not known
     */
    record Value(List<String> texts, int line) {
        Value {
            texts = List.copyOf(texts);
        }

        String text() {
            return texts.get(0);
        }
    }

    Configuration {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /**
     * Reads a file.
     *
     * @throws UsageException where it may not be used, or has something in it that is no setting
     */
    static Configuration read(String file) throws UsageException {
        try {
            return of(file, text(new TrustedFile(PathNames.path(file)).read()));
        } catch (InvalidPathException e) {
            throw unusable(file, Phrase.of("cli:reason.impossible-name").toString());
        } catch (ConfigurationException e) {
            throw unusable(place(file, e.line()), e.reason());
        }
    }

    private static String text(byte[] bytes) throws ConfigurationException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(Phrase.of("cli:config.encoding"));
        }
    }

    private static Configuration of(String file, String text) throws ConfigurationException {
        List<TomlEntry> entries = TomlFile.read(text);
        Map<String, Integer> lines = TomlLines.of(text);
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (TomlEntry entry : entries) {
            int line = lines.getOrDefault(entry.key(), 0);
            try {
                Setting setting = Setting.of(entry.key()).orElseThrow(() -> unknown(entry.key()));
                setting.check(entry);
                values.put(setting, new Value(entry.texts(), line));
            } catch (ConfigurationException e) {
                throw e.at(line);
            }
        }
        return new Configuration(file, values);
    }

    private static ConfigurationException unknown(String key) {
        Optional<Phrase> meant = Suggestion.of(key, Setting.keys());
        return new ConfigurationException(Phrase.of("cli:config.unknown-key")
                .with("key", Excerpt.of(key))
                .with(
                        "hint",
                        meant.orElseGet(() -> Phrase.of("cli:config.keys")
                                .with(
                                        "names",
                                        Setting.keys().stream()
                                                .map(Phrase::verbatim)
                                                .toList()))));
    }

    private static UsageException unusable(String place, String why) {
        return new UsageException(
                Phrase.of("cli:config-unusable").with("place", place).with("reason", why));
    }

    /** Where a setting stands, as compilers and {@code grep} write it; empty where it is not set. */
    Optional<String> place(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(value -> place(file, value.line()));
    }

    private static String place(String file, int line) {
        return line > 0 ? file + ":" + line : file;
    }
}
