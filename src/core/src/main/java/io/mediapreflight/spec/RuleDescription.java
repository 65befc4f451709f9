package io.mediapreflight.spec;

/**
 * The rule of a finding. {@link RuleId} holds the built-in rules; an {@link OwnRule} is one of the caller's, which
 * appears beside them in every report.
 */
public sealed interface RuleDescription permits RuleId, OwnRule {
    /** The public id, such as {@code image.aspect-ratio}. Stable: programs depend on it. */
    String id();

    /** What the rule is about, in a phrase. */
    String title();

    /** The bound under these limits, in words. */
    String bound(Limits limits);

    /** How to fix a file that breaks the rule, unless the finding itself says more exactly. */
    String remedy();

    /** The built-in rules in the order in which reports list them, then the caller's own by their ids. */
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
