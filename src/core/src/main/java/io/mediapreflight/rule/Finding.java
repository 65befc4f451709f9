package io.mediapreflight.rule;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.text.Phrase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule that did not pass, as data. The sentences for people are made from it where they are shown, and never
 * parsed.
 *
 * @param rule which rule
 * @param severity {@link Outcome#WARN}, {@link Outcome#UNKNOWN} or {@link Outcome#FAIL}
 * @param measured the values that were judged, one for each reading; empty where the rule has none
 * @param bound the bound for them; empty where the rule has no such values
 * @param defects the defects in the structure of the file, where the finding is about those
 * @param details further details that are neither a value nor a defect
 * @param fix how to fix it
 * @param path where in a request it is, such as {@code extra_params.character_orientation}; empty for a file's
 *     finding, and {@code ""} for the whole body
 */
public record Finding(
        RuleDescription rule,
        Outcome severity,
        List<Measured> measured,
        Optional<Bound> bound,
        List<Malformed> defects,
        List<Phrase> details,
        Fix fix,
        Optional<String> path) {
    /** Worst first, then in the order of the rules. */
    public static final Comparator<Finding> WORST_FIRST = Finding::bySeverity;

    public Finding {
        if (severity == Outcome.PASS) {
            throw new IllegalArgumentException("what passes is no finding");
        }
        measured = List.copyOf(measured);
        defects = List.copyOf(defects);
        details = List.copyOf(details);
    }

    private static int bySeverity(Finding one, Finding other) {
        int worse = other.severity.compareTo(one.severity);
        return worse != 0 ? worse : RuleDescription.inOrder(one.rule, other.rule);
    }

    /** A finding with nothing but the rule, its severity and its usual fix. */
    public static Finding of(RuleDescription rule, Outcome severity) {
        return new Finding(
                rule, severity, List.of(), Optional.empty(), List.of(), List.of(), Fix.of(rule), Optional.empty());
    }

    /**
     * A finding in the caller's words, for a rule of the caller's own.
     *
     * @param actual what was found, such as {@code the old logo}
     */
    public static Finding of(RuleDescription rule, Outcome severity, String actual) {
        return of(rule, severity).detailed(Phrase.verbatim(actual));
    }

    /** The same with these values. */
    public Finding measuring(List<Measured> values) {
        return new Finding(rule, severity, values, bound, defects, details, fix, path);
    }

    /** The same with this bound. */
    public Finding within(Optional<Bound> value) {
        return new Finding(rule, severity, measured, value, defects, details, fix, path);
    }

    /** The same with these defects. */
    public Finding dueTo(List<Malformed> values) {
        return new Finding(rule, severity, measured, bound, values, details, fix, path);
    }

    /** The same with these details. */
    public Finding detailed(Phrase... values) {
        return new Finding(rule, severity, measured, bound, defects, List.of(values), fix, path);
    }

    /** The same with another fix. */
    public Finding fixedBy(Fix other) {
        return new Finding(rule, severity, measured, bound, defects, details, other, path);
    }

    /** The same, about this place in a request. */
    public Finding at(String place) {
        return new Finding(rule, severity, measured, bound, defects, details, fix, Optional.of(place));
    }

    /** What was found: one value where all readings agree, each with its name where they do not. */
    public String actual() {
        return new FindingText(this).actual();
    }

    /** The bound in words. */
    public String limit() {
        return new FindingText(this).limit();
    }

    /** One or two sentences: the problem, the limit, and for a warning what decides. */
    public String message() {
        return new FindingText(this).message();
    }

    @Override
    public String toString() {
        return rule.id() + " " + severity.id() + ": " + message();
    }
}
