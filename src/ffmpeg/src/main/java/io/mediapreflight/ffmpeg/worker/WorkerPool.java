package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.Examination;
import io.mediapreflight.ffmpeg.message.Message;
import io.mediapreflight.ffmpeg.message.ProtocolException;
import io.mediapreflight.ffmpeg.message.WorkerConfig;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The workers there are: at most so many, started when needed, one file at a time each, the last used used first. */
final class WorkerPool implements AutoCloseable {
    /** A library that leaks a little with each file has its process replaced. A start costs what some files do. */
    static final int FILES_PER_WORKER = 256;

    /** Where nothing starts three times in a row, nothing will: a library is missing, or memory is. */
    static final int MAX_STARTS = 3;

    /**
     * Where one has started before, others will, once memory is there again; and a start that was killed from outside says
     * nothing about the library.
     */
    static final int MAX_RESTARTS = 30;

    /** Unpacking about 60 MB on a slow disk, with the other workers waiting for it. */
    private static final Duration START_TIME = Duration.ofMinutes(1);

    /** A worker is replaced after having been busy for as long as this many files may take. */
    private static final int BUSY_FILES = 10;

    /** A killed process is gone at once, unless the system is busy with it. */
    private static final Duration CLOSE_TIME = Duration.ofSeconds(5);

    private static final String CLOSED = Phrase.of("ffmpeg:worker.closed").toString();

    private final WorkerCommand command;
    private final WorkerConfig config;
    private final int filesPerWorker;
    private final Runnable firstStart;
    private final AtomicBoolean started = new AtomicBoolean();
    private final Semaphore slots;
    private final AtomicLong ids = new AtomicLong();
    private final Deque<Worker> idle = new ArrayDeque<>(); // with all below: guarded by this
    private final Set<Worker> all = new HashSet<>();
    private int failedStarts;
    private int killedStarts;
    private boolean everStarted;
    private String lastFailure = "";
    private boolean closed;

    WorkerPool(WorkerCommand command, WorkerConfig config, int workers, int filesPerWorker, Runnable firstStart) {
        this.command = command;
        this.config = config;
        this.filesPerWorker = filesPerWorker;
        this.firstStart = firstStart;
        this.slots = new Semaphore(workers, true);
    }

    /** What a worker that is never idle may use with all its threads until it is replaced: more is a worker out of hand. */
    static Duration processorTime(Duration fileTime) {
        return fileTime.multipliedBy(BUSY_FILES + 1L)
                .plus(START_TIME)
                .multipliedBy(Runtime.getRuntime().availableProcessors());
    }

    /** Has a file examined, once a worker is free. */
    Examination examine(String path, Probed probed, Duration fileTime) throws WorkerException, InterruptedException {
        Message.Request request = new Message.Request(ids.incrementAndGet(), path, probed);
        Message message = respond(request, request.id(), fileTime);
        if (message instanceof Message.Response response) {
            return response.examination();
        }
        throw new WorkerException(ProtocolException.garbled().why());
    }

    /** Has a thumbnail made of a file: a JPEG in Base64. */
    String thumbnail(String path, Probed probed, int longerSide, Duration fileTime)
            throws WorkerException, InterruptedException {
        Message.ThumbnailRequest request =
                new Message.ThumbnailRequest(ids.incrementAndGet(), path, probed, longerSide);
        Message message = respond(request, request.id(), fileTime);
        if (message instanceof Message.Thumbnail thumbnail) {
            return thumbnail.jpeg();
        }
        throw new WorkerException(ProtocolException.garbled().why());
    }

    private Message respond(Message request, long id, Duration fileTime) throws WorkerException, InterruptedException {
        slots.acquire();
        try {
            Worker worker = take();
            boolean good = false;
            try {
                Message response = ask(worker, request, id, fileTime);
                good = worker.nextFile() < filesPerWorker
                        && worker.busy().compareTo(fileTime.multipliedBy(BUSY_FILES)) < 0;
                if (response instanceof Message.Failed failed) {
                    good &= request instanceof Message.ThumbnailRequest;
                    throw new WorkerException(failed.why());
                }
                return response;
            } catch (WorkerException e) {
                throw isClosed() ? new WorkerException(CLOSED) : e;
            } finally {
                giveBack(worker, good);
            }
        } finally {
            slots.release();
        }
    }

    /** The response to this very request. */
    private static Message ask(Worker worker, Message request, long id, Duration time)
            throws WorkerException, InterruptedException {
        Message message = worker.ask(request, time, "ffmpeg:worker.timeout-file");
        boolean isResponse = (message instanceof Message.Response response && response.id() == id)
                || (message instanceof Message.Thumbnail thumbnail && thumbnail.id() == id)
                || (message instanceof Message.Failed failed && failed.id() == id);
        if (isResponse) {
            return message;
        }
        throw new WorkerException(ProtocolException.garbled().why());
    }

    private Worker take() throws WorkerException, InterruptedException {
        synchronized (this) {
            for (Worker worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
                if (worker.isAlive()) {
                    return worker;
                }
                all.remove(worker);
                worker.close();
            }
        }
        return start();
    }

    private Worker start() throws WorkerException, InterruptedException {
        synchronized (this) {
            if (closed) {
                throw new WorkerException(CLOSED);
            }
            if (failedStarts >= (everStarted ? MAX_RESTARTS : MAX_STARTS) || killedStarts >= MAX_RESTARTS) {
                throw new WorkerException(lastFailure);
            }
        }
        announceUnpacking();
        try {
            Worker worker = greeted(launch());
            synchronized (this) {
                failedStarts = 0;
                killedStarts = 0;
                everStarted = true;
            }
            return worker;
        } catch (IOException e) {
            throw failed(new WorkerException(Phrase.of("ffmpeg:worker.not-started")
                    .with("reason", String.valueOf(e.getMessage()))
                    .toString()));
        } catch (WorkerException e) {
            throw failed(e);
        }
    }

    /** Says once that what is about to start may have to unpack the natives. */
    void announceUnpacking() {
        if (!started.getAndSet(true)) {
            firstStart.run();
        }
    }

    private Worker launch() throws IOException, WorkerException {
        Worker worker = Worker.start(command.builder());
        synchronized (this) {
            if (closed) {
                worker.close();
                throw new WorkerException(CLOSED);
            }
            all.add(worker);
        }
        return worker;
    }

    private Worker greeted(Worker worker) throws WorkerException, InterruptedException {
        boolean ready = false;
        try {
            Message response = worker.ask(new Message.Hello(config), START_TIME, "ffmpeg:worker.timeout-start");
            if (response instanceof Message.Unavailable unavailable) {
                throw new WorkerException(unavailable.why());
            }
            ready = response instanceof Message.Ready;
            if (!ready) {
                throw new WorkerException(ProtocolException.garbled().why());
            }
            return worker;
        } finally {
            if (!ready) {
                giveBack(worker, false);
            }
        }
    }

    private synchronized WorkerException failed(WorkerException failure) {
        if (closed) {
            return new WorkerException(CLOSED);
        }
        if (failure.wasKilled()) {
            killedStarts++;
        } else {
            failedStarts++;
        }
        lastFailure = failure.why();
        return failure;
    }

    /** Why nothing has started; empty where something has, or nothing had to. */
    synchronized Optional<String> failure() {
        return everStarted || failedStarts + killedStarts == 0 ? Optional.empty() : Optional.of(lastFailure);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void giveBack(Worker worker, boolean good) {
        if (good && !closed) {
            idle.addFirst(worker);
        } else {
            all.remove(worker);
            worker.close();
        }
    }

    synchronized List<ProcessHandle> processes() {
        return all.stream().map(Worker::handle).toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> processes;
        synchronized (this) {
            closed = true;
            processes = processes();
            all.forEach(Worker::close);
            all.clear();
            idle.clear();
        }
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // They are killed: waiting for it is a courtesy.
        }
    }
}
