package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.text.Phrase;

/** A copy that was not made. */
final class FixException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Phrase reason;

    /** @param reason a sentence */
    FixException(Phrase reason) {
        this.reason = reason;
    }

    Phrase reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return reason.toString();
    }
}
