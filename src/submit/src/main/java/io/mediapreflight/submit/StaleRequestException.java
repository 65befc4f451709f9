package io.mediapreflight.submit;

/**
 * A request has changed since it was cleared, or was cleared too long ago. Nothing was sent: check and clear it
 * again.
 */
public final class StaleRequestException extends Exception {
    private static final long serialVersionUID = 1;

    StaleRequestException(String why) {
        super("not sent, since it must be checked again: " + why);
    }

    StaleRequestException(String why, Throwable cause) {
        super("not sent, since it must be checked again: " + why, cause);
    }
}
