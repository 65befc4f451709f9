package io.mediapreflight.cli.config;

import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.options.ColorChoice;
import io.mediapreflight.cli.options.IgnoredRules;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.SubjectOptions;
import io.mediapreflight.cli.options.Suggestion;
import io.mediapreflight.cli.options.ThreadCount;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a configuration file may set: how files are judged and shown. It is found in a directory and not named, so it sets no program, output,
 * host, key file, journal or limit.
 */
enum Setting {
    AS(TomlKind.STRING, SubjectOptions.SLOTS, "--request", "--pairs", "--manifest"),
    ORIENTATION(TomlKind.STRING, SubjectOptions.SLOTS, "--request"),
    STRICT(TomlKind.BOOLEAN),
    PRIVACY(TomlKind.BOOLEAN),
    DEEP(TomlKind.BOOLEAN, List.of(), "--deep-full"),
    FORMAT(TomlKind.STRING, ReportFormat.ids(), "--output"),
    COLOR(TomlKind.STRING, ColorChoice.ids(), "--no-color"),
    IGNORE(TomlKind.LIST) {
        @Override
        Optional<Phrase> refusal(String rule) {
            return IgnoredRules.refusal(rule);
        }
    },
    INCLUDE(TomlKind.LIST) {
        @Override
        Optional<Phrase> refusal(String pattern) {
            return patternRefusal(pattern);
        }
    },
    EXCLUDE(TomlKind.LIST) {
        @Override
        Optional<Phrase> refusal(String pattern) {
            return patternRefusal(pattern);
        }
    },
    HIDDEN(TomlKind.BOOLEAN),
    THREADS(TomlKind.INTEGER) {
        @Override
        Optional<Phrase> refusal(String count) {
            return ThreadCount.of(count).isPresent()
                    ? Optional.empty()
                    : Optional.of(Phrase.of("cli:config.wrong-number")
                            .with("key", key())
                            .with("max", ThreadCount.MAX)
                            .with("value", count));
        }
    };

    private final TomlKind kind;
    private final List<String> choices;
    private final List<String> replacedBy;

    Setting(TomlKind kind) {
        this(kind, List.of());
    }

    Setting(TomlKind kind, List<String> choices, String... replacedBy) {
        this.kind = kind;
        this.choices = choices;
        this.replacedBy = List.of(replacedBy);
    }

    /** What it is called in a file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option that it is the default of. */
    String option() {
        return "--" + key();
    }

    /** Options beside its own that take its place on the command line, or that it does not go with. */
    List<String> replacedBy() {
        return replacedBy;
    }

    TomlKind kind() {
        return kind;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Refuses what its option would refuse. */
    void check(TomlEntry entry) throws ConfigurationException {
        if (entry.kind() != kind) {
            throw new ConfigurationException(Phrase.of("cli:config.wrong-kind")
                    .with("key", key())
                    .with("what", needed())
                    .with("kind", entry.kind().inWords()));
        }
        for (String text : entry.texts()) {
            Optional<Phrase> refusal = refusal(text);
            if (refusal.isPresent()) {
                throw new ConfigurationException(refusal.get());
            }
        }
    }

    private Phrase needed() {
        return choices.isEmpty()
                ? kind.inWords()
                : Phrase.of("cli:config.kind.choice").with("choices", words());
    }

    /** What is wrong with a value of the right kind. */
    Optional<Phrase> refusal(String text) {
        return choices.isEmpty() || choices.contains(text)
                ? Optional.empty()
                : Optional.of(Suggestion.of(text, choices)
                        .map(hint -> Phrase.of("cli:config.wrong-choice-meant").with("hint", hint))
                        .orElseGet(() -> Phrase.of("cli:config.wrong-choice"))
                        .with("key", key())
                        .with("choices", words())
                        .with("value", Excerpt.of(text)));
    }

    private List<Phrase> words() {
        return choices.stream().map(Phrase::verbatim).toList();
    }

    Optional<Phrase> patternRefusal(String pattern) {
        try {
            Selection.builder().include(pattern);
            return Optional.empty();
        } catch (RefusedValueException e) {
            return Optional.of(Phrase.of("cli:wrong-pattern")
                    .with("option", key())
                    .with("pattern", Excerpt.of(pattern))
                    .with("reason", e.reason()));
        }
    }
}
