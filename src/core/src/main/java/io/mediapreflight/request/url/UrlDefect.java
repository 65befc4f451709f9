package io.mediapreflight.request.url;

import io.mediapreflight.text.Phrase;

/**
 * Why a URL may not do: a value, since it is a property of the text.
 *
 * @param gravity how sure it is that the service cannot use it
 * @param what a clause without a full stop, such as {@code 127.0.0.1 is a loopback address (127.0.0.0/8)}
 */
public record UrlDefect(Gravity gravity, Phrase what) {
    /** How sure it is that the service cannot use it. */
    public enum Gravity {
        /** Some clients, or some hours, can use it and others cannot. */
        DOUBTFUL,
        /** No client can use it, or it leads to no public host. */
        BROKEN
    }

    static UrlDefect broken(Phrase what) {
        return new UrlDefect(Gravity.BROKEN, what);
    }

    static UrlDefect doubtful(Phrase what) {
        return new UrlDefect(Gravity.DOUBTFUL, what);
    }
}
