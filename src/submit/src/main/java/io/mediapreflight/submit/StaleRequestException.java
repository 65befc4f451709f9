package io.mediapreflight.submit;

import io.mediapreflight.text.Phrase;

/**
 * A request has changed since it was cleared, or was cleared too long ago. Nothing was sent: check and clear it
 * again.
 */
public final class StaleRequestException extends Exception {
    private static final long serialVersionUID = 1;

    StaleRequestException(String why) {
        super(message(why));
    }

    StaleRequestException(String why, Throwable cause) {
        super(message(why), cause);
    }

    private static String message(String why) {
        return Phrase.of("submit:stale").with("reason", why).toString();
    }
}
