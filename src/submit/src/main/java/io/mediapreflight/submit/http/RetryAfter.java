package io.mediapreflight.submit.http;

import io.mediapreflight.submit.transport.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Retry-After} (RFC 9110 10.2.3): seconds, or a date. Anything else is as if it were not there. */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d+");

    /** A thousand years: longer than any deadline, short enough to be added to any date. */
    private static final long MAX_SECONDS = 31_556_952_000L;

    private static final int MAX_DIGITS = 11;

    private RetryAfter() {}

    /** How long to wait; empty where that is not said, or is not in the future. The time of day decides about dates only. */
    public static Optional<Duration> of(Reply reply, Instant now) {
        return reply.header("Retry-After")
                .flatMap(value -> parse(value.strip(), now))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private static Optional<Duration> parse(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            String digits = value.replaceFirst("^0+(?=.)", "");
            long seconds = digits.length() > MAX_DIGITS ? MAX_SECONDS : Long.parseLong(digits);
            return Optional.of(Duration.ofSeconds(Math.min(seconds, MAX_SECONDS)));
        }
        try {
            Instant when = Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US).parse(value));
            return Optional.of(Duration.between(now, when));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
