package io.mediapreflight.audit;

import io.mediapreflight.Verdict;

/** Is told what became of each asset, in order, by the thread that runs the audit. */
public interface AuditListener {
    /** One more result. */
    void add(Verdict verdict);

    /** Nothing more is known yet: a good moment to hand on what was buffered. */
    default void pause() {}
}
