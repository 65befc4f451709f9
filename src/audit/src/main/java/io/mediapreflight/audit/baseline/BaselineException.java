package io.mediapreflight.audit.baseline;

import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** A baseline that cannot be used. The message names the problem, and the line where there is one. */
public final class BaselineException extends IOException {
    private static final long serialVersionUID = 1L;

    BaselineException(Phrase what) {
        super(what.toString());
    }

    BaselineException(long line, Phrase what) {
        this(Phrase.of("audit:baseline.line").with("line", line).with("problem", what));
    }
}
