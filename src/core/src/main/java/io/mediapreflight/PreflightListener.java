package io.mediapreflight;

/**
 * Hears of every check of a {@link Preflight}, to count outcomes and durations:
 *
 * <pre>{@code
 * Preflight preflight = Preflight.builder()
 *         .listener(verdict -> meter.record(verdict.outcomeId(), verdict.elapsedNanos()))
 *         .build();
 * }</pre>
 */
@FunctionalInterface
public interface PreflightListener {
    /**
     * A file, a source or a request was checked. Called once for each check, in the thread that asked for it, before it has its verdict;
     * the media of a request are part of its verdict. What it throws is ignored: a counter that fails must not fail an upload.
     *
     * @param verdict with the outcome, and how long the check took
     */
    void checked(Verdict verdict);
}
