package io.mediapreflight.probe.codec;

/** Bytes that are no valid encoding. Expect it where others may have written the bytes. */
public final class CorruptEncodingException extends Exception {
    private static final long serialVersionUID = 1;

    public CorruptEncodingException() {
        super("bytes that nothing is encoded as", null, false, false); // caught at once: a stack trace is of no use
    }
}
