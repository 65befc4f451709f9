package io.mediapreflight.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the present thread allocates, in bytes, since a time would depend on the machine. */
final class Heap {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long before = THREADS.getCurrentThreadAllocatedBytes();

    /**
     * Fails where more was allocated since this was made, and again when it is done once more: the first time classes are loaded.
     */
    void requireAtMost(long bytes, Runnable again) {
        if (THREADS.getCurrentThreadAllocatedBytes() - before > bytes) {
            long start = THREADS.getCurrentThreadAllocatedBytes();
            again.run();
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - start;
            if (allocated > bytes) {
                throw new AssertionError("allocated " + allocated + " bytes; the bound is " + bytes);
            }
        }
    }
}
