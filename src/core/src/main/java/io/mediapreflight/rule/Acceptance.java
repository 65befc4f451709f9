package io.mediapreflight.rule;

import java.time.LocalDate;

/**
 * A known finding that is accepted for a while, or one that the user ignores. It changes no outcome: what the service would refuse stays refused.
 *
 * @param reason in the words of the person who accepted it
 * @param expires the last day on which it holds, in UTC
 * @param inForce whether it holds on the day of the check
 */
public record Acceptance(String reason, LocalDate expires, boolean inForce) {
    /** Of every finding of a rule that the user does not count; no baseline has it, and it does not expire. */
    public static final Acceptance IGNORED = new Acceptance("", LocalDate.MAX, true);

    /** Whether it is the user's wish for this run, and no entry of a baseline. */
    public boolean isIgnored() {
        return equals(IGNORED);
    }
}
