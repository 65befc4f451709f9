package io.mediapreflight.audit.baseline;

import java.io.IOException;

/** A baseline that cannot be used as it stands. The message names the line, where it is about one, and what is wrong. */
public final class BaselineException extends IOException {
    private static final long serialVersionUID = 1L;

    BaselineException(String what) {
        super(what);
    }

    BaselineException(long line, String what) {
        super("line " + line + ": " + what);
    }
}
