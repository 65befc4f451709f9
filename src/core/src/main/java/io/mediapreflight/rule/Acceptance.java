package io.mediapreflight.rule;

import java.time.LocalDate;

/**
 * That a finding is known and accepted for a while. It changes no outcome: what the service would refuse stays
 * refused.
 *
 * @param reason in that person's words
 * @param expires the last day on which it holds, in UTC
 * @param inForce whether it holds on the day of the check
 */
public record Acceptance(String reason, LocalDate expires, boolean inForce) {}
