package io.mediapreflight.remote;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a status says that comes without the file. */
final class Statuses {
    private static final int MAX_DIGITS = 6;

    private Statuses() {}

    /** The fault that a response without the file stands for. */
    static IOException fault(Response response, Clock clock) {
        int status = response.status();
        return switch (status) {
            case 404, 410 ->
                new UnreachableException(
                        Outcome.FAIL, Phrase.of("remote:status." + status), Fix.of(Phrase.of("remote:fix.check-url")));
            case 401, 403 ->
                new UnreachableException(Outcome.UNKNOWN, refused(response), Fix.of(Phrase.of("remote:fix.let-in")));
            case 429 -> Faults.passing(Faults.unknown("remote:status.429"), pause(response, clock));
            case 500, 502, 503, 504 ->
                Faults.passing(
                        Faults.unknown(Phrase.of("remote:status.5xx").with("status", text(status))),
                        pause(response, clock));
            default -> Faults.unknown(Phrase.of("remote:status.other").with("status", text(status)));
        };
    }

    /** With what asks for credentials, as far as it was seen from here. */
    private static Phrase refused(Response response) {
        Phrase why = Phrase.of("remote:status." + response.status());
        Optional<String> scheme = response.header("WWW-Authenticate").map(value -> value.split("[ ,]", 2)[0]);
        return scheme.isPresent()
                ? Phrase.of("remote:status.asking").with("status", why).with("scheme", Excerpt.of(scheme.get()))
                : why;
    }

    private static String text(int status) {
        return Integer.toString(status);
    }

    /** {@code Retry-After}; empty where there is none, or none that makes sense. */
    private static Optional<Duration> pause(Response response, Clock clock) {
        Optional<String> value = response.header("Retry-After");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get();
        if (text.length() <= MAX_DIGITS && text.chars().allMatch(c -> '0' <= c && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration pause = Duration.between(clock.instant(), date.toInstant());
            return pause.isNegative() ? Optional.empty() : Optional.of(pause);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
