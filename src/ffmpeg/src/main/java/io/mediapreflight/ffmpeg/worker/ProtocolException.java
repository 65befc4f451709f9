package io.mediapreflight.ffmpeg.worker;

/** Bytes that are no message, or not the one that was due. It says why in a clause that a user understands. */
final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    ProtocolException(String why) {
        super(why, null, false, false); // reported as a reason: a stack trace is of no use
        this.why = why;
    }

    static ProtocolException garbled() {
        return new ProtocolException("the decoder's process gave a response that makes no sense");
    }

    String why() {
        return why;
    }
}
