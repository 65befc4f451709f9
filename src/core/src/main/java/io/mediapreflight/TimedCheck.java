package io.mediapreflight;

import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A check that ends in time whatever its source does. It runs in a thread of its own, since a read that does not come back can be
 * neither ended nor left in the caller's thread.
 */
final class TimedCheck {
    private TimedCheck() {}

    /**
     * @param limit more than 0
     * @param unknown the verdict on a source that was not read, for this reason
     */
    static MediaVerdict run(Callable<MediaVerdict> check, Duration limit, Function<Phrase, MediaVerdict> unknown) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a check needs a time limit of more than 0, not " + limit);
        }
        FutureTask<MediaVerdict> task = new FutureTask<>(check);
        Thread thread = new Thread(task, "preflight check");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(nanos(limit), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return unknown.apply(Phrase.of("access.timeout").with("seconds", seconds(limit)));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return unknown.apply(Phrase.of("access.interrupted"));
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** What an examiner, or a reader of metadata, of the caller's has thrown comes to the caller as without a time limit. */
    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? limit.toNanos() : Long.MAX_VALUE;
    }

    private static BigDecimal seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros();
    }
}
