package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.text.Phrase;

/** Bytes that are no message, or not the one that was due. It says why in a clause that a user understands. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    ProtocolException(String why) {
        super(why, null, false, false); // reported as a reason: a stack trace is of no use
        this.why = why;
    }

    public static ProtocolException garbled() {
        return new ProtocolException(Phrase.of("ffmpeg:worker.garbled").toString());
    }

    public String why() {
        return why;
    }
}
