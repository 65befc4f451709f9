package io.mediapreflight.audit;

/** Is told what became of each asset, in order, by the thread that runs the audit. */
public interface AuditListener {
    /** One more result. */
    void add(AuditEntry entry);

    /** Nothing more is known yet: a good moment to hand on what was buffered. */
    default void pause() {}
}
