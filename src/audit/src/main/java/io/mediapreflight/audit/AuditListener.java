package io.mediapreflight.audit;

import io.mediapreflight.Verdict;

/** Receives the result of each asset, in order, in the thread that runs the audit. */
public interface AuditListener {
    /** One more result. */
    void add(Verdict verdict);

    /** No further result is ready yet: a good moment to flush buffers. */
    default void pause() {}
}
