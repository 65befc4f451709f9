package io.mediapreflight.audit;

import io.mediapreflight.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Some assets that follow each other, and their results. One worker has it at a time; one that does not come back is
 * replaced, and the first of them to report an asset's result is believed.
 */
final class Batch {
    private final Asset[] assets;
    private final AtomicReferenceArray<Verdict> verdicts;
    private final CountDownLatch finished = new CountDownLatch(1);

    Batch(Asset... assets) {
        this.assets = assets;
        this.verdicts = new AtomicReferenceArray<>(assets.length);
    }

    int size() {
        return assets.length;
    }

    Asset asset(int index) {
        return assets[index];
    }

    /** Says what became of an asset; false where that was said already. */
    boolean put(int index, Verdict verdict) {
        return verdicts.compareAndSet(index, null, verdict);
    }

    /** No worker has it any more. */
    void finish() {
        finished.countDown();
    }

    boolean isFinished() {
        return finished.getCount() == 0;
    }

    /** Waits for the end of the work, so long at most. */
    void await(long nanos) throws InterruptedException {
        boolean unused = finished.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Passes on the results that are known, in order, and returns their number. */
    int report(AuditListener listener) {
        int reported = 0;
        for (int i = 0; i < assets.length; i++) {
            Verdict verdict = verdicts.get(i);
            if (verdict != null) {
                listener.add(verdict);
                reported++;
            }
        }
        return reported;
    }
}
