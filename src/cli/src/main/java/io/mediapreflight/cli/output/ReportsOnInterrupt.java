package io.mediapreflight.cli.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: what is finished is reported by the thread of the run, unless that is stuck. */
public final class ReportsOnInterrupt {
    private final long graceMillis;
    private final long maxMillis;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Before a run.
     *
     * @param graceMillis how long the run has to report by itself
     * @param maxMillis how long is waited in all
     */
    public ReportsOnInterrupt(long graceMillis, long maxMillis) {
        this.graceMillis = graceMillis;
        this.maxMillis = maxMillis;
    }

    /** The run has reported. */
    public void ended() {
        ended.countDown();
    }

    /** Waits for the run, or reports for it. */
    public void await(ReportSession session) {
        Thread finisher = new Thread(() -> finish(session), "finish-reports");
        finisher.setDaemon(true);
        finisher.start();
        try {
            finisher.join(maxMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(ReportSession session) {
        try {
            if (!ended.await(graceMillis, TimeUnit.MILLISECONDS)) {
                session.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
