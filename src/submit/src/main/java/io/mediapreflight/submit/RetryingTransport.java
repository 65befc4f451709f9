package io.mediapreflight.submit;

import io.mediapreflight.submit.http.Backoff;
import io.mediapreflight.submit.http.RetryAfter;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.submit.transport.Sleeper;
import io.mediapreflight.text.Phrase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Repeats a call where the service provably has not carried it out: there was no connection, or the response is 429
 * and names no task. A {@code GET} is also repeated after a timeout, a broken exchange or a failure of the server.
 */
final class RetryingTransport implements Transport {
    /** With pauses of half a second, doubled each time, some ten seconds in all. */
    static final int MAX_ATTEMPTS = 5;

    private static final int TOO_MANY_REQUESTS = 429;

    /** Temporary failures: timeout, server failed, upstream failed, overloaded, upstream too slow. */
    private static final Set<Integer> PASSING = Set.of(408, 500, 502, 503, 504);

    private final Transport transport;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Backoff backoff;
    private final Supplier<Optional<String>> obstacle;

    /** Before each attempt, {@code obstacle} may say why it must not be made. */
    RetryingTransport(
            Transport transport,
            Clock clock,
            Sleeper sleeper,
            DoubleSupplier jitter,
            Supplier<Optional<String>> obstacle) {
        this.obstacle = obstacle;
        this.transport = transport;
        this.clock = clock;
        this.sleeper = sleeper;
        this.backoff = new Backoff(jitter);
    }

    @Override
    public Reply exchange(Call call) {
        Reply reply = Reply.none(
                        Reply.Ending.NOT_SENT, Phrase.of("submit:no-time").toString())
                .afterAttempts(0);
        for (int attempt = 1; ; attempt++) {
            if (call.deadline().hasPassed()) {
                return reply;
            }
            Optional<String> forbidden = obstacle.get();
            if (forbidden.isPresent()) {
                return Reply.none(Reply.Ending.NOT_SENT, forbidden.get()).afterAttempts(attempt - 1);
            }
            reply = transport.exchange(call.within(call.timeLeft())).afterAttempts(attempt);
            if (!mayTryAgain(call, reply)) {
                return reply;
            }
            Optional<String> end = attempt == MAX_ATTEMPTS
                    ? Optional.of(
                            Phrase.of("submit:given-up").with("count", attempt).toString())
                    : pause(call, reply, attempt);
            if (end.isPresent()) {
                return reply.because(end.get());
            }
        }
    }

    private static boolean mayTryAgain(Call call, Reply reply) {
        if (reply.ending() == Reply.Ending.NOT_CONNECTED) {
            return true;
        }
        boolean responded = reply.ending() == Reply.Ending.COMPLETE || reply.ending() == Reply.Ending.TOO_LONG;
        int status = reply.status().orElse(0);
        if (responded && status == TOO_MANY_REQUESTS) {
            return call.isSafe() || !new ResponseText(reply, call.key()).namesATask();
        }
        boolean broken = reply.ending() == Reply.Ending.BROKEN || reply.ending() == Reply.Ending.TIMED_OUT;
        return call.isSafe() && (broken || (responded && PASSING.contains(status)));
    }

    /** Waits; or says why there is no next attempt. */
    private Optional<String> pause(Call call, Reply reply, int attempt) {
        Instant now = clock.instant();
        Optional<Duration> asked = RetryAfter.of(reply, now);
        Duration wait = asked.orElse(backoff.after(attempt));
        if (!call.deadline().isAfter(wait)) {
            return Optional.of(asked.map(time -> now.plus(time).plusMillis(999).truncatedTo(ChronoUnit.SECONDS))
                    .map(time -> Phrase.of("submit:retry-after").with("time", time.toString()))
                    .orElseGet(() -> Phrase.of("submit:no-time-again"))
                    .toString());
        }
        try {
            sleeper.sleep(wait);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Phrase.of("submit:interrupted-between").toString());
        }
    }
}
