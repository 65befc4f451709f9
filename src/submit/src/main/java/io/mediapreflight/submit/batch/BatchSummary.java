package io.mediapreflight.submit.batch;

import io.mediapreflight.source.SourceName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a batch.
 *
 * @param counts how many requests had each outcome, by {@link BatchResult#outcomeId}, in the order of the ids
 * @param end why it ended before its last request; empty where it did not
 * @param firstLeft the first request that was not looked at; empty where none is known
 */
public record BatchSummary(Map<String, Integer> counts, Optional<End> end, Optional<SourceName> firstLeft) {
    public BatchSummary {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Why a batch ends early. */
    public enum End {
        /** One more submission would have been more than were allowed. */
        LIMIT("maxSubmissions"),
        /** The thread was interrupted. */
        INTERRUPTED("interrupted"),
        /** The journal cannot be read or written. */
        JOURNAL("journal"),
        /** The service refuses the key, or there are no credits left: it would refuse every other request, too. */
        REFUSED("refused"),
        /** Too many requests in a row came to nothing, through no fault of theirs. */
        FAILURES("failures");

        private final String id;

        End(String id) {
            this.id = id;
        }

        /** For machines. */
        public String id() {
            return id;
        }
    }

    /** How many requests had an outcome. */
    public int count(String outcomeId) {
        return counts.getOrDefault(outcomeId, 0);
    }

    /** How many requests have a result. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
