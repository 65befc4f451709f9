package io.mediapreflight.audit.cache;

import io.mediapreflight.Inspection;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Facts that were found earlier, so that an unchanged file need not be opened again. Verdicts are not kept: the rules run
 * again over the facts. Safe for use by any number of threads. A cache that cannot be read or written costs time and
 * nothing else: no method throws for that.
 */
public interface FactsCache extends AutoCloseable {
    /** What was seen of the file in exactly this state. It counts no byte read and no time spent. */
    Optional<Inspection.Seen> find(FileState state);

    /**
     * Keeps what was seen of a file, unless the file is so fresh that it may change again without a new state.
     *
     * @param state before and after it was looked at
     */
    void keep(FileState state, Inspection.Seen seen);

    /** Whether this is a file of the cache's own, which no other part of the program may open while it is used. */
    boolean isOwn(Path path);

    /** Writes everything that was kept. */
    @Override
    void close();
}
