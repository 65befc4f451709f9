package io.mediapreflight.rule;

import io.mediapreflight.spec.RuleDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule that did not pass. The sentence for people is made from the values here and never parsed.
 *
 * @param rule which rule
 * @param severity {@link Outcome#WARN}, {@link Outcome#UNKNOWN} or {@link Outcome#FAIL}
 * @param actual what was found, every reading of it named where they differ
 * @param limit the bound in words
 * @param fix how to mend it
 * @param path where in a request it is, such as {@code extra_params.character_orientation}; empty for a file's finding,
 *     and {@code ""} for the whole body
 * @param measured the values that were judged, one for each reading; empty where the rule has none
 * @param bound the bound in numbers, where it has some
 */
public record Finding(
        RuleDescription rule,
        Outcome severity,
        String actual,
        String limit,
        Fix fix,
        Optional<String> path,
        List<Measured> measured,
        Optional<Bound> bound) {
    /** Worst first, then in the order of SPEC.md. */
    public static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::rule, RuleDescription::inOrder);

    public Finding {
        if (severity == Outcome.PASS) {
            throw new IllegalArgumentException("what passes is no finding");
        }
        measured = List.copyOf(measured);
    }

    /** A finding that is not about a place in a request, of a rule without values. */
    public Finding(RuleDescription rule, Outcome severity, String actual, String limit, Fix fix) {
        this(rule, severity, actual, limit, fix, Optional.empty());
    }

    /** A finding of a rule without values. */
    public Finding(
            RuleDescription rule, Outcome severity, String actual, String limit, Fix fix, Optional<String> path) {
        this(rule, severity, actual, limit, fix, path, List.of(), Optional.empty());
    }

    /** The same, fixed another way. */
    public Finding fixedBy(Fix other) {
        return new Finding(rule, severity, actual, limit, other, path, measured, bound);
    }

    /** One or two sentences: what was found, what the limit is, and where it is no failure, why not. */
    public String message() {
        String pattern =
                switch (severity) {
                    case WARN -> rule.warning();
                    case UNKNOWN -> rule.uncertainty();
                    case PASS, FAIL -> rule.sentence();
                };
        return String.format(pattern, actual, limit);
    }

    @Override
    public String toString() {
        return rule.id() + " " + severity.id() + ": " + message();
    }
}
