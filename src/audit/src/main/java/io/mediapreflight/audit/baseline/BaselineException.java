package io.mediapreflight.audit.baseline;

import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** A baseline that cannot be used as it stands. The message names the line, where it is about one, and what is wrong. */
public final class BaselineException extends IOException {
    private static final long serialVersionUID = 1L;

    BaselineException(Phrase what) {
        super(what.toString());
    }

    BaselineException(long line, Phrase what) {
        this(Phrase.of("audit:baseline.line").with("line", line).with("problem", what));
    }
}
