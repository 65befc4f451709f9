package io.mediapreflight.cli;

import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Limits were published on some day, and a service changes its limits: what was read long ago is to be read again. */
final class OldLimits {
    /** Services of this kind publish a new model, with limits of its own, about twice a year. */
    static final int MAX_DAYS = 180;

    private OldLimits() {}

    /** What to say of limits on this day; nothing of those that are not old. */
    static Optional<Phrase> notice(Limits limits, LocalDate today) {
        long days = ChronoUnit.DAYS.between(limits.date(), today);
        return days <= MAX_DAYS
                ? Optional.empty()
                : Optional.of(Phrase.of("cli:old-limits")
                        .with("profile", limits.profile())
                        .with("date", limits.date().toString())
                        .with("days", days)
                        .with("source", limits.source()));
    }
}
