package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.util.List;

/** An option that takes one of a few words. */
public final class Choice {
    private Choice() {}

    /** What to say of a word that is none of them. */
    public static UsageException wrong(String option, List<String> choices, String value) {
        List<Phrase> words = choices.stream().map(Phrase::verbatim).toList();
        return new UsageException(Suggestion.name(value, choices)
                .map(name -> Phrase.of("cli:wrong-choice-meant").with("name", name))
                .orElseGet(() -> Phrase.of("cli:wrong-choice"))
                .with("option", option)
                .with("choices", words)
                .with("value", value));
    }
}
