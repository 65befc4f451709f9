package io.mediapreflight.probe.codec;

/** Bytes that nothing is encoded as. Whoever reads bytes that others may have written has to expect it. */
public final class CorruptEncodingException extends Exception {
    private static final long serialVersionUID = 1;

    public CorruptEncodingException() {
        super("bytes that nothing is encoded as", null, false, false); // caught at once: a stack trace is of no use
    }
}
