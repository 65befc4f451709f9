package io.mediapreflight.cli.output;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.Fixing;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A report on its way to standard output or to a file. The run or Ctrl-C ends it, whichever comes first; a
 * failure to write is remembered, and ends it.
 */
final class Destination {
    private static final long MAX_WAIT_MILLIS = 200;

    private final Optional<String> name;
    private final Report report;
    private final OutputStream stream;
    private final Optional<OutputFile> file;
    private final ReentrantLock lock = new ReentrantLock();
    private long written;
    private volatile boolean open = true;
    private Optional<IOException> failure = Optional.empty();

    private Destination(Optional<String> name, Report report, OutputStream stream, Optional<OutputFile> file) {
        this.name = name;
        this.report = report;
        this.stream = stream;
        this.file = file;
    }

    static Destination standardOutput(Report report, OutputStream stream) {
        return new Destination(Optional.empty(), report, stream, Optional.empty());
    }

    static Destination file(String name, Report report, OutputFile file) {
        return new Destination(Optional.of(name), report, file.stream(), Optional.of(file));
    }

    /** A step of writing. */
    private interface Step {
        void run() throws IOException;
    }

    void begin(Limits limits) {
        write(() -> report.begin(limits));
    }

    /** A verdict, and what became of fixing the file where that was asked for. */
    record Result(Verdict verdict, Optional<Fixing> fixing) {
        void addTo(Report report) throws IOException {
            if (fixing.isPresent() && verdict instanceof MediaVerdict file) {
                report.add(file, fixing.get());
            } else {
                report.add(verdict);
            }
        }
    }

    /**
     * Writes a result, unless it was written already; when it is handed on is for the stream to say.
     *
     * @param number of the result, from 1
     * @return whether another one can be written
     */
    boolean add(Result result, long number) {
        return write(() -> addOnce(result, number));
    }

    private void addOnce(Result result, long number) throws IOException {
        if (number > written) {
            result.addTo(report);
            written = number;
        }
    }

    private boolean write(Step step) {
        lock.lock();
        try {
            if (open) {
                step.run();
            }
        } catch (IOException e) {
            fail(e);
        } finally {
            lock.unlock();
        }
        return open;
    }

    /** Flushes the buffer, since a reader may be waiting for it. */
    void pause() {
        write(stream::flush);
    }

    /** Ends the report; does nothing the second time. */
    void end(Summary summary) {
        lock.lock();
        try {
            endLocked(Optional.empty(), 0, summary);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the report, since the process is about to end. Time is short: a report that is stuck, since nothing reads it, is
     * given up; it may have kept the last result from this one.
     *
     * @param last the last result that was counted
     * @param number its number
     */
    void endSoon(Optional<Result> last, long number, Summary summary) {
        boolean locked = false;
        try {
            locked = lock.tryLock(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (locked) {
                endLocked(last, number, summary);
            } else {
                file.ifPresent(OutputFile::discard);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }

    private void endLocked(Optional<Result> last, long number, Summary summary) {
        if (!open) {
            return;
        }
        try {
            if (last.isPresent()) {
                addOnce(last.get(), number);
            }
            report.end(summary);
            stream.flush();
            if (file.isPresent()) {
                file.get().complete();
            }
            open = false;
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        open = false;
        failure = Optional.of(e);
        file.ifPresent(OutputFile::discard);
    }

    /** Gives it up before anything was reported. */
    void discard() {
        open = false;
        file.ifPresent(OutputFile::discard);
    }

    /** Whether it still accepts results. */
    boolean isOpen() {
        return open;
    }

    /** Where it goes, for a message. */
    String name() {
        return name.orElseGet(() -> Phrase.of("cli:standard-output").toString());
    }

    /** Why it could not be written, where it could not. */
    Optional<IOException> failure() {
        return failure;
    }
}
