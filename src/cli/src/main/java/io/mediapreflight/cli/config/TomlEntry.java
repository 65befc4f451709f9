package io.mediapreflight.cli.config;

import java.util.List;

/**
 * A key of the first level, and its value.
 *
 * @param key as it stands, without quotes
 * @param kind of the value
 * @param texts of a list its strings; else the value alone; of a table nothing
 */
record TomlEntry(String key, TomlKind kind, List<String> texts) {
    TomlEntry {
        texts = List.copyOf(texts);
    }

    String text() {
        return texts.isEmpty() ? "" : texts.get(0);
    }
}
