package io.mediapreflight.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C interrupt the work, and gives the work a moment to say what became of it. */
public final class GracefulInterrupt implements Runnable {
    /** Enough to write a line of the journal and a sentence; no user wants to wait longer after Ctrl-C. */
    private static final long MOMENT_SECONDS = 5;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean interrupted;

    /** The process is to end. */
    @Override
    public void run() {
        if (done.getCount() == 0) {
            return;
        }
        interrupted = true;
        worker.interrupt();
        try {
            if (!done.await(MOMENT_SECONDS, TimeUnit.SECONDS)) {
                return; // the journal has the intent, which is enough to keep it from being sent twice
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything was said. The code is the work's, or that of an interruption. */
    public int end(int code) {
        done.countDown();
        return interrupted ? ExitCode.INTERRUPTED : code;
    }
}
