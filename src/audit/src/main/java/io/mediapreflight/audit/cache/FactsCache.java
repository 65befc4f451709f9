package io.mediapreflight.audit.cache;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Facts that were found earlier, so that an unchanged file need not be opened again. Verdicts are not kept: the rules run
 * again over the facts. Safe for use by any number of threads. A cache that cannot be read or written costs time and
 * nothing else: no method throws for that.
 */
public interface FactsCache extends AutoCloseable {
    /** What was seen of the file or object in exactly this state. It counts no byte read and no time spent. */
    Optional<Inspection.Seen> find(AssetState state);

    /**
     * Keeps what was seen of a file or an object, unless a file is so fresh that it may change again without a new state.
     *
     * @param state before and after it was looked at
     */
    void keep(AssetState state, Inspection.Seen seen);

    /**
     * What an examination of the file in exactly this state has found. It counts no time spent. None unless overridden.
     *
     * @param identity of who examined it: {@link io.mediapreflight.Preflight#examinationIdentity}
     */
    default Optional<Examination> findExamination(AssetState state, String identity) {
        return Optional.empty();
    }

    /**
     * Keeps what an examination has found, beside what was seen and in the place of what an earlier one has found; unless it was
     * stopped by an accident, or the file is so fresh that it may change again without a new state. Does nothing unless overridden.
     *
     * @param state before and after it was looked at and examined
     * @param seen of the file, with the time that all of this took
     * @param identity of who examined it
     */
    default void keepExamination(AssetState state, Inspection.Seen seen, String identity, Examination examination) {}

    /** Whether this is a file of the cache's own, which no other part of the program may open while it is used. */
    boolean isOwn(Path path);

    /** Writes everything that was kept. */
    @Override
    void close();
}
