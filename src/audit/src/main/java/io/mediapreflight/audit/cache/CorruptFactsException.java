package io.mediapreflight.audit.cache;

/** Bytes that no probe's facts are encoded as. Never leaves this package: such facts count as not kept. */
final class CorruptFactsException extends Exception {
    private static final long serialVersionUID = 1;

    CorruptFactsException() {
        super("no facts", null, false, false); // thrown to be caught at once: a stack trace is of no use
    }
}
