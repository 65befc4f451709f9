package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.ffmpeg.message.Channel;
import io.mediapreflight.ffmpeg.message.Message;
import io.mediapreflight.ffmpeg.message.ProtocolException;
import io.mediapreflight.text.Phrase;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process, as its parent sees it. One thread at a time may ask. Whatever goes wrong ends it: a process that once
 * talked nonsense is not asked again.
 *
 * <p>A thread of its own does all talk, so that the caller can wait for a time, or be interrupted, while a pipe that
 * is not emptied, or not filled, blocks.
 */
final class Worker implements AutoCloseable {
    /** A process that has closed its pipes is about to end: this long it is waited for, on a machine that is busy, too. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    /** How long to wait for a worker that sent nonsense: it may be about to end. */
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    private final Process process;
    private final Channel channel;
    private final ErrorText stderr;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final Thread talker;
    private volatile boolean over;
    private int files;
    private long busyNanos;

    private Worker(Process process) {
        this.process = process;
        this.channel = new Channel(process.getInputStream(), process.getOutputStream());
        this.stderr = new ErrorText(process.getErrorStream());
        this.talker = new Thread(this::talk, "preflight decoder " + process.pid());
        this.talker.setDaemon(true);
        this.talker.start();
    }

    private record Call(Message message, CompletableFuture<Message> response) {}

    /** A process that has received no message yet. */
    static Worker start(ProcessBuilder command) throws IOException {
        return new Worker(command.start());
    }

    /**
     * Says something, and waits for the response.
     *
     * @param during what is not done within the time, as an infinitive
     * @throws WorkerException where there is none; the worker is closed then, as after an interrupt
     */
    Message ask(Message message, Duration time, String during) throws WorkerException, InterruptedException {
        long start = System.nanoTime();
        boolean responded = false;
        try {
            Call call = new Call(message, new CompletableFuture<>());
            calls.add(call);
            if (over) {
                call.response().completeExceptionally(new EOFException());
            }
            Message response = call.response().get(time.toNanos(), TimeUnit.NANOSECONDS);
            responded = true;
            return response;
        } catch (TimeoutException e) {
            throw new WorkerException(
                    Phrase.of(during).with("seconds", seconds(time)).toString());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProtocolException garbage ? garbled(garbage) : ended();
        } finally {
            busyNanos += System.nanoTime() - start;
            if (!responded) {
                close();
            }
        }
    }

    /** Counts the files. */
    int nextFile() {
        return ++files;
    }

    /** How long responses took, in all. */
    Duration busy() {
        return Duration.ofNanos(busyNanos);
    }

    boolean isAlive() {
        return process.isAlive() && talker.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Kills the process. It has nothing to put in order: it writes no file once its libraries are unpacked. */
    @Override
    public void close() {
        process.destroyForcibly();
        talker.interrupt();
    }

    private void talk() {
        try {
            while (true) {
                Call call = calls.take();
                try {
                    channel.send(call.message());
                    call.response().complete(channel.receive());
                } catch (IOException | ProtocolException | RuntimeException e) {
                    call.response().completeExceptionally(e);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed, and about to end
        } finally {
            over = true;
            for (Call call = calls.poll(); call != null; call = calls.poll()) {
                call.response().completeExceptionally(new EOFException());
            }
        }
    }

    /** A crash may print into the pipe before it ends the process: then the crash is reported. */
    private WorkerException garbled(ProtocolException garbage) throws InterruptedException {
        boolean over = process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() != 0;
        return over ? ended() : new WorkerException(garbage.why());
    }

    private WorkerException ended() throws InterruptedException {
        return process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)
                ? new WorkerException(
                        Ending.words(process.exitValue(), stderr.text()), Ending.isKill(process.exitValue()))
                : new WorkerException(Phrase.of("ffmpeg:worker.no-response").toString());
    }

    private static String seconds(Duration time) {
        String seconds = String.valueOf(time.toMillis() / 1000.0);
        return seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds;
    }
}
