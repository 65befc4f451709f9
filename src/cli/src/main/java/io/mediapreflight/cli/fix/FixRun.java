package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.AuditListener;
import io.mediapreflight.report.Fixing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Fixes some files at once, and hands on what became of each in the order in which they were found. Verdicts come from one thread,
 * which hands on, too; another may cancel.
 */
final class FixRun implements AuditListener, AutoCloseable {
    /** How many files for each job wait to be fixed, or to be handed on behind one that takes longer. */
    private static final int MAX_WAITING = 8;

    /** How long a program takes to be ended and its file to be removed. */
    private static final long END_SECONDS = 5;

    private final ThreadPoolExecutor jobs;
    private final int maxWaiting;
    private final Function<MediaVerdict, Task> work;
    private final Results results;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private boolean isWanted = true;
    private volatile boolean complete = true;
    private volatile boolean cancelled;

    /** Takes results. */
    interface Results {
        /** One more; returns whether any more are wanted. */
        boolean add(MediaVerdict original, Fixing fixing);

        /** No further one is there yet. */
        void pause();
    }

    /** What is to be done about a file, which may run beside others. */
    record Task(MediaVerdict original, Callable<Fixing> fixing) {}

    private record Entry(MediaVerdict original, Future<Fixing> fixing) {}

    /** @param work decides what is to be done about a file; called in their order */
    FixRun(int jobs, Function<MediaVerdict, Task> work, Results results) {
        this.jobs = (ThreadPoolExecutor) Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "fix");
            thread.setDaemon(true);
            return thread;
        });
        this.maxWaiting = MAX_WAITING * jobs;
        this.work = work;
        this.results = results;
    }

    @Override
    public void add(Verdict verdict) {
        if (verdict instanceof MediaVerdict original && isOpen()) {
            try {
                Task task = work.apply(original);
                waiting.add(new Entry(task.original(), jobs.submit(task.fixing())));
            } catch (RejectedExecutionException e) {
                complete = false; // cancelled meanwhile
            }
            handOn(maxWaiting);
        }
    }

    @Override
    public void pause() {
        handOn(maxWaiting);
        results.pause();
    }

    /** Whether there is any use in more verdicts. */
    boolean isOpen() {
        return isWanted && !cancelled;
    }

    /** Waits for all that is under way; returns whether everything was finished and handed on. */
    boolean finish() {
        handOn(0);
        return complete && isWanted && !cancelled;
    }

    /** Ends what is under way, and starts nothing more. */
    void cancel() {
        cancelled = true;
        for (Runnable task : jobs.shutdownNow()) {
            if (task instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }

    /** Hands on what is finished, and waits until no more than so many are not. */
    private void handOn(int maxLeft) {
        while (!waiting.isEmpty()
                && (waiting.size() > maxLeft || waiting.element().fixing().isDone())) {
            Entry entry = waiting.remove();
            try {
                if (!entry.fixing().isDone()) {
                    results.pause();
                }
                handOn(entry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancel();
                complete = false;
            }
        }
    }

    private void handOn(Entry entry) throws InterruptedException {
        try {
            Fixing fixing = entry.fixing().get();
            isWanted = isWanted && results.add(entry.original(), fixing);
            if (!isWanted) {
                cancel();
            }
        } catch (CancellationException e) {
            complete = false;
        } catch (ExecutionException e) {
            complete = false;
            if (!(e.getCause() instanceof InterruptedException)) {
                throw new IllegalStateException("a defect of preflight: " + e.getCause(), e.getCause());
            }
        }
    }

    /** Waits until what was cancelled has ended its programs and removed their files. */
    void awaitEnd() {
        try {
            // Where that takes longer, the next run in the same directory removes them.
            boolean ended = jobs.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
            complete = complete && ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        cancel();
        awaitEnd();
    }
}
