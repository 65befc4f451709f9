package io.mediapreflight.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the present thread allocates, in bytes, since a time would depend on the machine. The first time, classes are loaded and
 * instrumented: what goes beyond a bound is done once more.
 */
public final class Heap {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long before = THREADS.getCurrentThreadAllocatedBytes();

    /** Does something, and fails where that allocates more than so many bytes, twice. */
    public static void requireAtMost(long bytes, Work work) throws Exception {
        Heap heap = new Heap();
        work.run();
        if (THREADS.getCurrentThreadAllocatedBytes() - heap.before > bytes) {
            heap = new Heap();
            work.run();
            heap.require(bytes);
        }
    }

    /** What may fail in a way that is no finding. */
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    private void require(long bytes) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > bytes) {
            throw new AssertionError("allocated " + allocated + " bytes; the bound is " + bytes);
        }
    }
}
