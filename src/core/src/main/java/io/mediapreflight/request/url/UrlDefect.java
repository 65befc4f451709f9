package io.mediapreflight.request.url;

import io.mediapreflight.text.Phrase;
import java.util.Set;

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

    /** Keys of what only says that the host is no public one, as a private network's would be. */
    private static final Set<String> OF_THE_NETWORK =
            Set.of("url:address", "url:address-outside", "url:host-inner", "url:host-single");

    /** Whether it is nothing but a host of a private network: to reach that can be allowed to a client that is in it. */
    public boolean isPrivateHost() {
        return OF_THE_NETWORK.contains(what.key());
    }

    static UrlDefect broken(Phrase what) {
        return new UrlDefect(Gravity.BROKEN, what);
    }

    static UrlDefect doubtful(Phrase what) {
        return new UrlDefect(Gravity.DOUBTFUL, what);
    }
}
