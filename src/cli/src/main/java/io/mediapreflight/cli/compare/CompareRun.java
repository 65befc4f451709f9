package io.mediapreflight.cli.compare;

import io.mediapreflight.Verdict;
import io.mediapreflight.audit.AuditListener;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Asks the programs about some files at once, and hands on each in the order in which they were found. */
final class CompareRun implements AuditListener, AutoCloseable {
    /** How many files for each thread wait, or are to be handed on behind one that takes longer. */
    private static final int MAX_WAITING = 8;

    /** How long programs take to be ended. */
    private static final long END_SECONDS = 2;

    private final ExecutorService threads;
    private final int maxWaiting;
    private final List<InstalledTool> tools;
    private final Duration time;
    private final Results results;
    private final Deque<Future<ComparedFile>> waiting = new ArrayDeque<>();
    private volatile boolean cancelled;

    /** Takes results. */
    interface Results {
        void add(ComparedFile file) throws IOException;
    }

    CompareRun(int threads, List<InstalledTool> tools, Duration time, Results results) {
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "compare");
            thread.setDaemon(true);
            return thread;
        });
        this.maxWaiting = MAX_WAITING * threads;
        this.tools = List.copyOf(tools);
        this.time = time;
        this.results = results;
    }

    @Override
    public void add(Verdict verdict) {
        try {
            waiting.add(threads.submit(() -> compared(verdict)));
        } catch (RejectedExecutionException e) {
            cancelled = true;
        }
        handOn(maxWaiting);
    }

    @Override
    public void pause() {
        handOn(maxWaiting);
    }

    private ComparedFile compared(Verdict verdict) throws InterruptedException {
        if (verdict.probed().isEmpty()) {
            return ComparedFile.unreadable(verdict);
        }
        Path path = PathNames.path(verdict.source().path());
        Map<MediaTool, InstalledTool.Report> reports = new EnumMap<>(MediaTool.class);
        try (PlainName file = PlainName.of(path)) {
            for (InstalledTool tool : tools) {
                if (tool.tool().takes(verdict.format())) {
                    reports.put(tool.tool(), tool.report(file, time));
                }
            }
        } catch (IOException e) {
            InstalledTool.Report failed = new InstalledTool.Report(
                    Map.of(),
                    Optional.of(Phrase.of("cli:compare.no-link").with("reason", String.valueOf(e.getMessage()))));
            tools.forEach(tool -> reports.putIfAbsent(tool.tool(), failed));
        }
        return ComparedFile.of(verdict, reports);
    }

    /** Waits for all that is under way; returns whether everything was compared and handed on. */
    boolean finish() {
        handOn(0);
        return !cancelled;
    }

    /** Ends what is under way, and starts nothing more. */
    void cancel() {
        cancelled = true;
        threads.shutdownNow();
    }

    private void handOn(int maxLeft) {
        while (!waiting.isEmpty()
                && (waiting.size() > maxLeft || waiting.element().isDone())) {
            handOn(waiting.remove());
        }
    }

    private void handOn(Future<ComparedFile> file) {
        if (cancelled) {
            file.cancel(true);
            return;
        }
        try {
            results.add(file.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
        } catch (CancellationException e) {
            cancelled = true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                throw new IllegalStateException("a defect of preflight: " + e.getCause(), e.getCause());
            }
            cancelled = true;
        } catch (IOException e) {
            cancel();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // A program that takes longer ends with its deadline.
            threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
