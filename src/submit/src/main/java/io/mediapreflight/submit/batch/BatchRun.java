package io.mediapreflight.submit.batch;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.submit.Submission;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One run of a batch: reads requests, has some of them worked on at once, and hands their results on in their order. */
final class BatchRun {
    /** Results that wait for an earlier one, for each thread: one request that takes a minute holds up few others. */
    private static final int WINDOW = 16;

    /** After an interrupt, what is being sent may still come to its end: this is less than a shell's user waits. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(3000);

    /** What is interrupted then has this long to write down how far it had come. */
    private static final long LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);

    private final BatchSettings settings;
    private final SharedState shared;
    private final Consumer<BatchResult> results;
    private final ExecutorService workers;
    private final Deque<Future<BatchResult>> pending = new ArrayDeque<>();
    private final List<BatchResult> held = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private Optional<SourceName> firstUnread = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    BatchRun(BatchSettings settings, Consumer<BatchResult> results) {
        this.settings = settings;
        this.shared = new SharedState(settings.maxSubmissions());
        this.results = results;
        this.workers = Executors.newFixedThreadPool(settings.inFlight(), task -> {
            Thread thread = new Thread(task, "preflight submit");
            thread.setDaemon(true);
            return thread;
        });
    }

    BatchSummary run(BatchItems items) throws IOException {
        try {
            readAndDeliver(items);
        } catch (InterruptedException e) {
            endSoon();
        } finally {
            workers.shutdownNow();
        }
        failure.ifPresent(BatchRun::rethrow);
        Optional<SourceName> firstLeft =
                held.isEmpty() ? firstUnread : Optional.of(held.get(0).item().name());
        return new BatchSummary(counts, shared.ending().end(), firstLeft);
    }

    private void readAndDeliver(BatchItems items) throws IOException, InterruptedException {
        try {
            read(items);
        } catch (IOException e) {
            deliverAll(); // a list that cannot be read loses no result of what was sent by then
            if (failure.isEmpty()) {
                throw e;
            }
        } catch (RuntimeException | Error e) {
            failed(e);
        }
        deliverAll();
    }

    /**
     * Something has failed that is no result: the one who takes them, the list, or the work itself. Nothing more is sent, while what is
     * being sent costs as much as before: it comes to its end, within the deadline of the service, and is handed on as in any other
     * ending. A user who does not want to wait for it can interrupt.
     */
    private void failed(Throwable e) {
        shared.ending().because(BatchSummary.End.INTERRUPTED);
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        } else if (failure.get() != e) {
            failure.get().addSuppressed(e);
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    private void read(BatchItems items) throws IOException, InterruptedException {
        Optional<BatchItem> next = items.next();
        while (next.isPresent() && !shared.ending().isOver()) {
            if (Thread.interrupted()) { // nothing more is begun, though there may be nothing to wait for
                firstUnread = next.map(BatchItem::name);
                throw new InterruptedException();
            }
            BatchItem item = next.get();
            pending.add(workers.submit(() -> worked(item)));
            while (pending.size() >= WINDOW * settings.inFlight() || isFirstDone()) {
                deliverFirst();
            }
            if (failure.isPresent()) {
                return; // the list may come through a pipe, and keep its reader waiting
            }
            next = items.next();
        }
        firstUnread = next.map(BatchItem::name);
    }

    private void deliverAll() throws InterruptedException {
        while (!pending.isEmpty()) {
            deliverFirst();
        }
    }

    private boolean isFirstDone() {
        Future<BatchResult> first = pending.peek();
        return first != null && first.isDone();
    }

    private BatchResult worked(BatchItem item) throws InterruptedException {
        if (shared.ending().isOver()) {
            return new BatchResult.Held(item);
        }
        BatchResult result = RowSubmission.of(settings, shared, item);
        if (Thread.interrupted() && isOfInterrupt(result)) {
            return new BatchResult.Held(item);
        }
        shared.ending().note(result);
        return result;
    }

    /** What an interrupt has left undone says nothing of the request. */
    private static boolean isOfInterrupt(BatchResult result) {
        return result instanceof BatchResult.NotCleared
                || result instanceof BatchResult.NotUploaded
                || (result instanceof BatchResult.NotRecorded failed
                        && failed.submission().isEmpty())
                || (result instanceof BatchResult.Submitted submitted
                        && submitted.submission() instanceof Submission.Refused refused
                        && refused.attempts() == 0);
    }

    private void deliverFirst() throws InterruptedException {
        Future<BatchResult> first = pending.element();
        try {
            deliver(result(first::get));
        } catch (RuntimeException | Error e) {
            failed(e);
        }
        pending.remove();
    }

    private void deliver(BatchResult result) {
        if (result instanceof BatchResult.Held) {
            held.add(result);
            return;
        }
        held.forEach(this::handOn); // it was passed over, since later ones were sent
        held.clear();
        handOn(result);
    }

    private void handOn(BatchResult result) {
        counts.merge(result.outcomeId(), 1, Integer::sum);
        try {
            results.accept(result);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** Waits for a result. */
    private interface Wait {
        BatchResult get() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static BatchResult result(Wait wait) throws InterruptedException {
        try {
            return wait.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("a request ends in a result", e.getCause());
        } catch (TimeoutException e) {
            throw new InterruptedException();
        }
    }

    /** Hands on what is finished by now, and what can be finished in a moment. The interrupt is kept for the caller. */
    private void endSoon() {
        shared.ending().because(BatchSummary.End.INTERRUPTED);
        long end = System.nanoTime() + GRACE_NANOS;
        boolean interrupted = false;
        for (Future<BatchResult> next : pending) {
            try {
                long until = interrupted ? end + LAST_NANOS : end;
                Optional<BatchResult> result = byThen(next, until);
                if (result.isEmpty() && !interrupted) {
                    workers.shutdownNow();
                    interrupted = true;
                    result = byThen(next, end + LAST_NANOS);
                }
                result.ifPresent(this::deliver);
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
        Thread.currentThread().interrupt();
    }

    private static Optional<BatchResult> byThen(Future<BatchResult> future, long until) {
        try {
            long nanos = Math.max(0, until - System.nanoTime());
            return Optional.of(result(() -> future.get(nanos, TimeUnit.NANOSECONDS)));
        } catch (InterruptedException e) {
            return Optional.empty(); // a second interrupt wants it sooner
        }
    }
}
