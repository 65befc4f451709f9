package io.mediapreflight.audit;

import io.mediapreflight.source.GuardedSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One audit under way. Finding, judging and reporting overlap, and the queues between them are bounded. Other threads
 * may read its progress and cancel it.
 */
public final class AuditRun {
    /** Assets that a worker takes at once: enough to make handing over cheap, few enough to be shared. */
    static final int BATCH = 64;

    /** Batches that may wait to be judged or reported. Finding may be that far ahead, at some 300 bytes an asset. */
    private static final int MAX_WAITING = 256;

    private static final long LOOK_ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long files under way may take after a cancellation: far more than a check, far less than a second. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final Batch NO_MORE = new Batch();

    private final Assets assets;
    private final AuditWorkers workers;
    private final int threads;
    private final BlockingQueue<Batch> inOrder = new ArrayBlockingQueue<>(MAX_WAITING + 1);
    private final ReentrantLock gathering = new ReentrantLock();
    private final List<Asset> gathered = new ArrayList<>(BATCH);
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong reported = new AtomicLong();
    private final AtomicLong cancelledAt = new AtomicLong();
    private boolean interrupted;
    private volatile boolean cancelled;
    private volatile boolean foundToTheEnd;
    private volatile boolean allFound;
    private volatile @Nullable Throwable failure;

    AuditRun(Assets assets, AuditWorkers workers, int threads) {
        this.assets = assets;
        this.workers = workers;
        this.threads = threads;
    }

    /**
     * Judges everything and reports it in order. Returns when all is reported, or within half a second after a {@link
     * #cancel}; an interrupt of the calling thread cancels, too. To be called once.
     *
     * @return whether everything was judged and reported; false after a cancellation that came before
     * @throws IOException where not all assets could be found; what was found before has been reported
     */
    public boolean report(AuditListener listener) throws IOException {
        Thread finder = new Thread(this::find, "audit-find");
        finder.setDaemon(true);
        finder.start();
        workers.start(threads);
        try {
            reportAll(listener);
        } finally {
            // for workers that still run, because the listener has thrown or a file does not respond
            cancel();
            workers.giveNoMore();
            inOrder.clear();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        rethrow(failure);
        return allFound && reported.get() == found.get();
    }

    /** Ends the audit soon: files under way are finished, and what is finished is reported. May be called at any time. */
    public void cancel() {
        cancelledAt.compareAndSet(0, System.nanoTime() | 1);
        cancelled = true;
        workers.cancel();
    }

    /** How far the audit is. Any thread may ask at any time. */
    public Progress progress() {
        boolean all = allFound;
        return new Progress(found.get(), all, reported.get());
    }

    private void find() {
        try {
            assets.find(this::take);
            foundToTheEnd = true;
        } catch (RuntimeException e) {
            // The clients of object stores, for which users may write adapters, report accidents by unchecked
            // exceptions.
            failure = GuardedSource.accident(e);
        } catch (IOException | Error e) {
            failure = e;
        } finally {
            end();
        }
    }

    private boolean take(Asset asset) {
        if (workers.isToBeLeftAlone(asset)) {
            return !cancelled;
        }
        gathering.lock();
        try {
            gathered.add(asset);
            if (gathered.size() >= BATCH || workers.isHungry()) {
                give();
            }
        } finally {
            gathering.unlock();
        }
        return !cancelled;
    }

    /** No worker may wait for a batch to fill: the search may itself be waiting, for the next line of a list. */
    private void giveWhatIsGathered() {
        if (gathering.tryLock()) {
            try {
                if (inOrder.remainingCapacity() > 1) { // else the one who empties it would wait for itself
                    give();
                }
            } finally {
                gathering.unlock();
            }
        }
    }

    private void give() {
        if (gathered.isEmpty() || cancelled) {
            return;
        }
        Batch batch = new Batch(gathered.toArray(new Asset[0]));
        gathered.clear();
        found.addAndGet(batch.size());
        try {
            inOrder.put(batch);
            workers.give(batch);
        } catch (InterruptedException e) {
            cancel(); // this thread is not interrupted by others
        }
    }

    private void end() {
        gathering.lock();
        try {
            give();
            allFound = foundToTheEnd && gathered.isEmpty() && !cancelled;
            workers.giveNoMore();
            inOrder.put(NO_MORE);
        } catch (InterruptedException e) {
            cancel();
        } finally {
            gathering.unlock();
        }
    }

    private void reportAll(AuditListener listener) {
        Batch batch = next(listener);
        while (batch != NO_MORE) {
            await(batch, listener);
            reported.addAndGet(batch.report(listener));
            batch = next(listener);
        }
    }

    private Batch next(AuditListener listener) {
        noticeInterrupt(Thread.interrupted());
        Batch batch = inOrder.poll();
        if (batch == null) {
            listener.pause();
        }
        while (batch == null && !isOver()) {
            try {
                batch = inOrder.poll(LOOK_ROUND_NANOS, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                noticeInterrupt(true);
            }
            if (batch == null) {
                giveWhatIsGathered();
            }
            workers.overlook();
        }
        return batch == null ? NO_MORE : batch;
    }

    private void await(Batch batch, AuditListener listener) {
        if (!batch.isFinished()) {
            listener.pause();
            while (!isOver() && !batch.isFinished()) {
                try {
                    batch.await(LOOK_ROUND_NANOS);
                } catch (InterruptedException e) {
                    noticeInterrupt(true);
                }
                workers.overlook();
            }
        }
    }

    /** An interrupt cancels; what is finished is reported before the interrupt is passed on. */
    private void noticeInterrupt(boolean now) {
        if (now) {
            interrupted = true;
            cancel();
        }
    }

    private boolean isOver() {
        return cancelled && System.nanoTime() - cancelledAt.get() > GRACE_NANOS;
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException accident) {
            throw accident;
        }
        if (failure != null) {
            throw new IllegalStateException("a defect of preflight: " + failure, failure);
        }
    }
}
