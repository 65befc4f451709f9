package io.mediapreflight.submit.batch;

import io.mediapreflight.Preflight;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.upload.Uploader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Submits many requests, some at once, and each only once. What the journal knows as accepted is not sent again, so that a batch that
 * ended early, or was killed, is simply run once more.
 *
 * <pre>{@code
 * SubmissionBatch batch = SubmissionBatch.builder(service, preflight).uploader(uploader).maxSubmissions(100).build();
 * BatchSummary summary = batch.submit(items, result -> log.info("{}: {}", result.item().name(), result.outcomeId()));
 * }</pre>
 *
 * <p>Local media without a URL are uploaded once everything else about their request has passed, and the request is judged again with
 * the URLs that it then has. The journal knows such media by their bytes, wherever they are uploaded to. Immutable, and safe for use by
 * several threads.
 */
public final class SubmissionBatch {
    /** How many requests are worked on at once unless set: the service limits how often it may be called. */
    public static final int IN_FLIGHT = 4;

    /** The largest number: each is a thread. */
    public static final int MAX_IN_FLIGHT = 64;

    private final BatchSettings settings;

    private SubmissionBatch(BatchSettings settings) {
        this.settings = settings;
    }

    /**
     * A batch.
     *
     * @param service with a journal: without one, a batch that is run again sends everything again
     * @param preflight judges the requests, and fetches from their URLs where it has a fetcher
     */
    public static Builder builder(Service service, Preflight preflight) {
        return new Builder(service, preflight);
    }

    /**
     * Submits requests. An interrupt ends it: what is being sent is given a moment, and all that is finished is handed on; the thread's
     * interrupt flag stays set.
     *
     * @param results called in this thread for each request, in their order. Where it throws, nothing more is sent; what is being sent
     *     comes to its end and is handed on to it all the same, whatever it throws then, and what it threw first is thrown in the end
     * @throws IOException where {@code items} cannot be read any further; what had been read by then is submitted and handed on
     */
    public BatchSummary submit(BatchItems items, Consumer<BatchResult> results) throws IOException {
        return new BatchRun(settings, results).run(items);
    }

    /** Says what {@link #submit} would do: everything is checked, nothing is put and nothing sent. */
    public BatchSummary plan(BatchItems items, Consumer<BatchResult> results) throws IOException {
        return new BatchRun(settings.dry(), results).run(items);
    }

    /** Submits one request. Where an interrupt came in between, it is {@link BatchResult.Held}: the journal knows whether it was sent. */
    public BatchResult submit(BatchItem item) {
        return one(settings, item);
    }

    /** Says what {@link #submit(BatchItem)} would do. */
    public BatchResult plan(BatchItem item) {
        return one(settings.dry(), item);
    }

    private static BatchResult one(BatchSettings settings, BatchItem item) {
        Iterator<BatchItem> items = List.of(item).iterator();
        List<BatchResult> results = new ArrayList<>();
        try {
            new BatchRun(settings, results::add)
                    .run(() -> items.hasNext() ? Optional.of(items.next()) : Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException("one request is not read", e);
        }
        return results.isEmpty() ? new BatchResult.Held(item) : results.get(0);
    }

    /** Collects the settings. */
    public static final class Builder {
        private final Service service;
        private final Preflight preflight;
        private Optional<Uploader> uploader = Optional.empty();
        private boolean acceptWarnings;
        private boolean again;
        private int inFlight = IN_FLIGHT;
        private long maxSubmissions = Long.MAX_VALUE;

        private Builder(Service service, Preflight preflight) {
            this.service = Objects.requireNonNull(service, "service");
            this.preflight = Objects.requireNonNull(preflight, "preflight");
        }

        /** What puts local media where the service can fetch them. Without it, requests with local media alone are not cleared. */
        public Builder uploader(Uploader value) {
            uploader = Optional.of(value);
            return this;
        }

        /** Whether requests with warnings are cleared, too. */
        public Builder acceptWarnings(boolean value) {
            acceptWarnings = value;
            return this;
        }

        /** Whether to send what the journal knows as accepted or perhaps accepted; equal requests of one run are sent once even then. */
        public Builder again(boolean value) {
            again = value;
            return this;
        }

        /** How many requests are worked on at once: 1 to {@link #MAX_IN_FLIGHT}, {@link #IN_FLIGHT} by default. */
        public Builder inFlight(int value) {
            if (value < 1 || value > MAX_IN_FLIGHT) {
                throw new IllegalArgumentException("not a number of requests: " + value);
            }
            inFlight = value;
            return this;
        }

        /** How many requests may be sent: the batch ends before it sends one more. What was not carried out for certain may count, too. */
        public Builder maxSubmissions(long value) {
            if (value < 0) {
                throw new IllegalArgumentException("not a number of submissions: " + value);
            }
            maxSubmissions = value;
            return this;
        }

        /** The finished batch. */
        public SubmissionBatch build() {
            return new SubmissionBatch(new BatchSettings(
                    service, preflight, uploader, acceptWarnings, again, false, inFlight, maxSubmissions));
        }
    }
}
