package io.mediapreflight.spec;

/**
 * What a finding says of the rule that it is about. {@link RuleId} holds the built-in rules; an {@link OwnRule} is one of the
 * caller's, which stands beside them in every report.
 */
public sealed interface RuleDescription permits RuleId, OwnRule {
    /** The public id, such as {@code image.aspect-ratio}. Stable: programs depend on it. */
    String id();

    /** What the rule is about, in a phrase. */
    String title();

    /** The bound under these limits, in words. */
    String bound(Limits limits);

    /**
     * What a failure says: a {@link String#format} pattern, whose first argument is what was found and whose second is the
     * limit.
     */
    String sentence();

    /** How to mend what breaks the rule, where nothing more exact is known. */
    String remedy();

    /** The same for a warn, with what decides it. */
    String warning();

    /** The same where the outcome is unknown. */
    String uncertainty();

    /** The built-in rules in the order of SPEC.md, then the caller's own by their ids. */
    static int inOrder(RuleDescription one, RuleDescription other) {
        if (one instanceof RuleId first && other instanceof RuleId second) {
            return first.compareTo(second);
        }
        if (one instanceof RuleId || other instanceof RuleId) {
            return one instanceof RuleId ? -1 : 1;
        }
        return one.id().compareTo(other.id());
    }
}
