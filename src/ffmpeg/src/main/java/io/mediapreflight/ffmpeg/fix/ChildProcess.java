package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.ffmpeg.worker.ErrorText;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a program to its end, within bounds. Whatever happens, nothing of it runs on. */
final class ChildProcess {
    /** The address space of FFmpeg with 4K frames: 1.5 GiB measured with two cores, and more with more threads. */
    static final long MEMORY_BYTES = 6L << 30;

    /** A killed process is gone at once, unless the system is busy with it. */
    private static final Duration KILL_TIME = Duration.ofSeconds(5);

    private final Process process;
    private final OutputLines output;
    private final ErrorText errors;

    private ChildProcess(Process process, Consumer<String> lines) {
        this.process = process;
        this.output = new OutputLines(process.getInputStream(), lines);
        this.errors = new ErrorText(process.getErrorStream());
    }

    /**
     * What the system holds it to.
     *
     * @param memoryBytes of address space; nothing bounds that but on Linux
     * @param fileBytes of what it writes
     */
    record Bounds(Duration time, long memoryBytes, long fileBytes) {}

    /**
     * How it ended.
     *
     * @param exitCode as a shell reports it
     * @param said the first and the last that it wrote to standard error
     * @param tookTooLong whether it was ended since its time was over
     */
    record Ending(int exitCode, String said, boolean tookTooLong) {
        /** Why a program that should start did not. */
        Phrase notStarted() {
            return ProgramFailure.notStarted(this);
        }
    }

    /**
     * Runs one.
     *
     * @param words the program and its arguments, with names as {@link io.mediapreflight.source.PathNames} has them
     * @param lines receives what it prints to standard output, in a thread of its own
     * @throws InterruptedException after the program has ended
     */
    static Ending run(List<String> words, Bounds bounds, Consumer<String> lines)
            throws FixException, InterruptedException {
        ChildProcess child;
        try {
            child = new ChildProcess(ChildCommand.of(words, bounds).start(), lines);
        } catch (IOException e) {
            throw new FixException(Phrase.of("ffmpeg:fix.no-program").with("reason", String.valueOf(e.getMessage())));
        }
        return child.ended(bounds.time());
    }

    private Ending ended(Duration time) throws InterruptedException {
        try {
            boolean over = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (over) {
                output.join();
            }
            return new Ending(over ? process.exitValue() : -1, errors.text(), !over);
        } finally {
            kill();
        }
    }

    /** Closing standard input has the shell's watcher end the program, should it be the shell alone that is killed below. */
    private void kill() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended.
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        CompletableFuture<?>[] exits = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(KILL_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException e) {
            // They are killed: waiting for it is a courtesy.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
