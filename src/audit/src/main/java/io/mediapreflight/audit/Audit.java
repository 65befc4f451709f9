package io.mediapreflight.audit;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.cache.FactsCache;
import io.mediapreflight.rule.Subject;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges many media files as fast as they can be read, and reports the results one by one in order:
 *
 * <pre>{@code
 * Audit audit = Audit.builder(Preflight.standard()).build();
 * boolean complete = audit.over(NamedAssets.of(List.of(directory), Selection.standard())).report(verdict -> write(verdict));
 * }</pre>
 *
 * <p>The order of the results is that in which the assets are found, whatever the number of threads. Memory is bounded
 * whatever the number of assets. Immutable.
 */
public final class Audit {
    /** How long one file may take by default: a check takes microseconds, a tape or a distant server seconds. */
    public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(30);

    private final Judge judge;
    private final int threads;
    private final Duration budget;

    private Audit(Builder values) {
        judge = new Judge(values.preflight, values.subject, values.disk, values.cache);
        threads = values.threads;
        budget = values.budget;
    }

    /** An audit by the limits of a {@link Preflight}, with a thread for each core and without a cache. */
    public static Builder builder(Preflight preflight) {
        return new Builder(preflight);
    }

    /** Prepares one run; nothing is opened before it begins. */
    public AuditRun over(Assets assets) {
        return new AuditRun(assets, new AuditWorkers(judge, budget), threads);
    }

    /** Collects the settings of an audit. */
    public static final class Builder {
        private final Preflight preflight;
        private Subject subject = Subject.anything();
        private Disk disk = new Disk.Real();
        private Optional<FactsCache> cache = Optional.empty();
        private int threads = Runtime.getRuntime().availableProcessors();
        private Duration budget = DEFAULT_BUDGET;

        private Builder(Preflight preflight) {
            this.preflight = preflight;
        }

        /** What is known of all assets beyond their bytes and names. */
        public Builder subject(Subject value) {
            subject = value;
            return this;
        }

        /**
         * How many files may be open at once.
         *
         * @param value 1 or more
         */
        public Builder threads(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("an audit needs a thread at least, not " + value);
            }
            threads = value;
            return this;
        }

        /**
         * How long one file may take until it is given up as unknown.
         *
         * @param value more than 0
         */
        public Builder budget(Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException("no file can be judged in " + value);
            }
            budget = value;
            return this;
        }

        /** Where facts are looked up and kept; the caller closes it after the last run. */
        public Builder cache(FactsCache value) {
            cache = Optional.of(value);
            return this;
        }

        Builder disk(Disk value) {
            disk = value;
            return this;
        }

        /** The finished audit; later calls on this builder do not change it. */
        public Audit build() {
            return new Audit(this);
        }
    }
}
