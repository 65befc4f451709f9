package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.report.Fixing;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the files so far. Counted by one thread, and read by others. */
final class FixCounts {
    private final AtomicLong passing = new AtomicLong();
    private final AtomicLong fixed = new AtomicLong();
    private final AtomicLong notFixed = new AtomicLong();

    void add(MediaVerdict original, Fixing fixing) {
        if (fixing instanceof Fixing.NotFixed) {
            notFixed.incrementAndGet();
        } else if (fixing instanceof Fixing.Fixed) {
            fixed.incrementAndGet();
        } else if (!original.skipped()) {
            passing.incrementAndGet();
        }
    }

    /** Those that need no fixed copy. */
    long passing() {
        return passing.get();
    }

    long fixed() {
        return fixed.get();
    }

    long notFixed() {
        return notFixed.get();
    }
}
