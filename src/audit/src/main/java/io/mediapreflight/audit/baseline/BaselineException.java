package io.mediapreflight.audit.baseline;

import java.io.IOException;

/** A baseline that cannot be used. The message names the problem, and the line where there is one. */
public final class BaselineException extends IOException {
    private static final long serialVersionUID = 1L;

    BaselineException(String what) {
        super(what);
    }

    BaselineException(long line, String what) {
        super("line " + line + ": " + what);
    }
}
