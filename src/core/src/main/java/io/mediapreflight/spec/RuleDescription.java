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

    /** A {@link String#format} pattern; its first argument is what was found, its second the limit. */
    String sentence();

    /** How to mend what breaks the rule, where nothing more exact is known. */
    String remedy();

    /** What the sentence of a warn goes on to say; empty where what was found says already why it is only a warn. */
    String doubt();

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
