package io.mediapreflight.audit;

import io.mediapreflight.Verdict;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one audit. A file may keep its worker for ever: a pipe that took the place of a regular file, a server that
 * does not answer. Such a worker is dismissed, a new one takes its place, and the file is unknown.
 */
final class AuditWorkers {
    /** Each is a thread that may never end. A file system that swallows so many is not asked again. */
    static final int MAX_DISMISSED = 100;

    private static final Batch NO_MORE = new Batch();

    private final Judge judge;
    private final Duration budget;
    private final BlockingQueue<Batch> waiting = new LinkedBlockingQueue<>(); // bounded by what may wait to be reported
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicInteger idle = new AtomicInteger();
    private int dismissed;
    private volatile boolean cancelled;
    private volatile boolean givenUp;

    AuditWorkers(Judge judge, Duration budget) {
        this.judge = judge;
        this.budget = budget;
    }

    void start(int threads) {
        for (int i = 0; i < threads; i++) {
            start(new Worker(i, NO_MORE, 0));
        }
    }

    private void start(Worker worker) {
        workers.add(worker);
        Thread thread = new Thread(worker, "audit-" + worker.number);
        thread.setDaemon(true);
        worker.thread = thread;
        thread.start();
    }

    /** Whether no worker may open an asset. */
    boolean isToBeLeftAlone(Asset asset) {
        return judge.isOwn(asset);
    }

    /** Gives the workers a batch to work on. */
    void give(Batch batch) {
        waiting.add(batch);
    }

    /** Ends the workers when all the work is done. */
    void giveNoMore() {
        waiting.add(NO_MORE);
    }

    /** Whether a worker is idle. */
    boolean isHungry() {
        return idle.get() > 0 && waiting.isEmpty();
    }

    /** Leaves all work undone, but for the files under way. */
    void cancel() {
        cancelled = true;
    }

    /** Replaces every worker whose file has taken more than its budget, as far as it was seen: to be called often. */
    void overlook() {
        long now = System.nanoTime();
        for (Worker worker : List.copyOf(workers)) {
            Optional<Stay> stay = worker.stay(now);
            if (stay.isPresent() && now - stay.get().since() > budget.toNanos()) {
                giveUp(worker, stay.get(), now);
            }
        }
    }

    private void giveUp(Worker worker, Stay stay, long now) {
        IOException cause = new IOException(Phrase.of("audit:file.timeout")
                .with("seconds", BigDecimal.valueOf(budget.toMillis(), 3).stripTrailingZeros())
                .toString());
        Verdict verdict = judge.unusable(stay.batch().asset(stay.index()), cause, now - stay.since());
        if (stay.batch().put(stay.index(), verdict)) {
            workers.remove(worker);
            dismissed++;
            givenUp |= dismissed >= MAX_DISMISSED;
            worker.interrupt(); // which frees it from some waits, and not from others
            start(new Worker(worker.number, stay.batch(), stay.index() + 1));
        }
    }

    /**
     * That a worker is at one file.
     *
     * @param since when it was first seen there
     */
    private record Stay(Batch batch, int index, long since) {}

    private final class Worker implements Runnable {
        private final int number;
        private final Batch inherited;
        private final int from;
        private final AtomicInteger index = new AtomicInteger();
        private volatile Batch batch = NO_MORE;
        private volatile @Nullable Thread thread;
        private Optional<Stay> seen = Optional.empty();

        Worker(int number, Batch inherited, int from) {
            this.number = number;
            this.inherited = inherited;
            this.from = from;
        }

        /** Where it is, and since when; empty where it has nothing to do. Asked by one thread, again and again. */
        Optional<Stay> stay(long now) {
            Batch at = batch;
            int in = index.get();
            if (in >= at.size()) { // it has nothing to do, or is about to have something else
                seen = Optional.empty();
            } else if (seen.isEmpty() || seen.get().batch() != at || seen.get().index() != in) {
                seen = Optional.of(new Stay(at, in, now));
            }
            return seen;
        }

        void interrupt() {
            Thread running = thread;
            if (running != null) {
                running.interrupt();
            }
        }

        @Override
        public void run() {
            try (LastDirectory last = judge.lastDirectory()) {
                boolean wanted = inherited == NO_MORE || work(inherited, from, last);
                while (wanted) {
                    Batch next = next();
                    if (next == NO_MORE) {
                        waiting.add(NO_MORE); // for the others
                        return;
                    }
                    wanted = work(next, 0, last);
                }
            } catch (InterruptedException e) {
                // A worker that was not dismissed is not interrupted.
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // A directory that was only read could not be closed: nothing is lost.
            }
        }

        private Batch next() throws InterruptedException {
            Batch next = waiting.poll();
            if (next != null) {
                return next;
            }
            idle.incrementAndGet();
            try {
                return waiting.take();
            } finally {
                idle.decrementAndGet();
            }
        }

        /** Works a batch off; false where this worker was dismissed meanwhile, and another has the rest. */
        private boolean work(Batch given, int first, LastDirectory last) {
            index.set(first);
            batch = given;
            for (int i = first; i < given.size() && !cancelled; i++) {
                index.lazySet(i);
                if (!given.put(i, result(given.asset(i), last))) {
                    return false;
                }
            }
            batch = NO_MORE;
            given.finish();
            return true;
        }

        private Verdict result(Asset asset, LastDirectory last) {
            if (givenUp) {
                IOException cause = new IOException(Phrase.of("audit:file.not-opened")
                        .with("count", MAX_DISMISSED)
                        .toString());
                return judge.unusable(asset, cause, 0);
            }
            try {
                return judge.judge(asset, last);
            } catch (RuntimeException | StackOverflowError e) {
                // No file may keep the others from being judged.
                return judge.unusable(
                        asset, new IOException(Phrase.of("audit:file.defect").toString(), e), 0);
            }
        }
    }
}
