package io.mediapreflight.cli.config;

import io.mediapreflight.text.Phrase;
import java.util.Locale;

/** What a value is, as TOML has it. */
enum TomlKind {
    STRING,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DATE,
    LIST,
    MIXED_LIST,
    TABLE;

    Phrase inWords() {
        return Phrase.of("cli:config.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
