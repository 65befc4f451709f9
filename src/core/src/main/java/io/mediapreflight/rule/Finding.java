package io.mediapreflight.rule;

import io.mediapreflight.spec.RuleId;
import java.util.Comparator;

/**
 * A rule that did not pass. The sentence for people is made from the values here and never parsed.
 *
 * @param rule which rule
 * @param severity {@link Outcome#WARN}, {@link Outcome#UNKNOWN} or {@link Outcome#FAIL}
 * @param actual what was found, every reading of it named where they differ
 * @param limit the bound in words
 * @param fix how to mend it
 */
public record Finding(RuleId rule, Outcome severity, String actual, String limit, Fix fix) {
    /** Worst first, then in the order of SPEC.md. */
    public static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::rule);

    public Finding {
        if (severity == Outcome.PASS) {
            throw new IllegalArgumentException("what passes is no finding");
        }
    }

    /** One or two whole sentences: what was found, what the limit is, and why it is no plain refusal where it is none. */
    public String message() {
        String sentence = String.format(rule.sentence(), actual, limit);
        if (severity == Outcome.WARN) {
            return sentence + " It is accepted under one reading and refused under another.";
        }
        return severity == Outcome.UNKNOWN
                ? sentence + " Not everything that decides could be established, so it is not cleared."
                : sentence;
    }

    @Override
    public String toString() {
        return rule.id() + " " + severity.id() + ": " + message();
    }
}
