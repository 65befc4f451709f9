package io.mediapreflight.cli.options;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** The ids of rules and advice, as a person types them. */
public final class RuleNames {
    private RuleNames() {}

    /** What to say of an id that no rule has. */
    public static Phrase unknown(String id) {
        List<String> known = all();
        return Phrase.of("cli:unknown-rule")
                .with("rule", id)
                .with("hint", Suggestion.of(id, known).orElseGet(() -> Phrase.of("cli:hint.rules")));
    }

    /** Those of rules. */
    public static List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (RuleId rule : RuleId.values()) {
            rules.add(rule.id());
        }
        return rules;
    }

    /** Those of rules, then those of advice. */
    public static List<String> all() {
        List<String> all = rules();
        for (AdviceId advice : AdviceId.values()) {
            all.add(advice.id());
        }
        return all;
    }
}
