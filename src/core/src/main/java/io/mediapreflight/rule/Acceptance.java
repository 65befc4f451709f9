package io.mediapreflight.rule;

import java.time.LocalDate;

/**
 * A known finding that is accepted for a while. It changes no outcome: what the service would refuse stays refused.
 *
 * @param reason in the words of the person who accepted it
 * @param expires the last day on which it holds, in UTC
 * @param inForce whether it holds on the day of the check
 */
public record Acceptance(String reason, LocalDate expires, boolean inForce) {}
