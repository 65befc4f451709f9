package io.mediapreflight.probe;

/**
 * Carries a {@link Malformed} out of nested parsing to the probe that returns it as a value. Never leaves a probe,
 * and holds no stack trace: a hostile file must not cost more than an honest one.
 */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Malformed malformed;

    public MalformedException(Malformed malformed) {
        super(null, null, false, false);
        this.malformed = malformed;
    }

    /** Put into words when it is asked for: most are caught, and their words never shown. */
    @Override
    public String getMessage() {
        return malformed.what().toString();
    }

    public Malformed malformed() {
        return malformed;
    }
}
