package io.mediapreflight.text;

/**
 * A value that cannot be used, such as an impossible limit. It may come from a file or an option, so the reason is a
 * text for people, unlike that of other {@link IllegalArgumentException}s.
 */
public final class RefusedValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    /** With the reason, which is also the message. */
    public RefusedValueException(Phrase reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** With the exception that says the same to a programmer. */
    public RefusedValueException(Phrase reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** Why it cannot be used. */
    public Phrase reason() {
        return reason;
    }
}
