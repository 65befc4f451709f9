package io.mediapreflight;

import java.io.IOException;

/**
 * Reads what URLs serve. It talks to nothing that is not public, unless its user has named a network. Safe for use by several
 * threads at once.
 */
public interface MediaFetcher {
    /**
     * Opens what a URL serves, which takes one request and one more for each redirect.
     *
     * @throws UnreachableException where a server, or the way to it, is the reason that nothing can be read
     * @throws IOException where anything else is
     */
    ServedSource open(String url) throws IOException;

    /**
     * Asks what a URL serves now, in one request (and one more for each redirect) and without its bytes.
     *
     * @throws UnreachableException where a server, or the way to it, is the reason that it cannot be asked
     * @throws IOException where anything else is
     */
    Served look(String url) throws IOException;
}
