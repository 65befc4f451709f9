package io.mediapreflight.audit;

import java.io.IOException;

/**
 * A source of assets. Called once, by a thread of the audit's own; what it finds is judged while it goes on, and
 * reported in the order in which it was found.
 */
public interface Assets {
    /**
     * Finds every asset.
     *
     * @throws IOException where they cannot all be found; what cannot be read of a single asset is an {@link
     *     Asset.Unusable}
     */
    void find(Sink sink) throws IOException;

    /** Receives the assets that are found. */
    interface Sink {
        /**
         * Takes one asset; waits where too many have not been judged yet.
         *
         * @return whether any more are wanted: false once the audit was cancelled
         */
        boolean take(Asset asset);
    }
}
