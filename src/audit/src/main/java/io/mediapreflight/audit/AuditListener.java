package io.mediapreflight.audit;

import io.mediapreflight.Verdict;

/** Receives the result of each asset, in order, in the thread that runs the audit. */
public interface AuditListener {
    /** One more result. */
    void add(Verdict verdict);

    /** Nothing more is known yet: a good moment to hand on what was buffered. */
    default void pause() {}
}
