package io.mediapreflight;

import io.mediapreflight.probe.Window;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps a few direct buffers for the next check: the operating system reads into them without a copy, and a check that
 * finds one allocates none. Without locks, shared by the whole process, and bounded: so few direct buffers are ever made
 * that they cannot exhaust what a JVM allows. A check that finds none makes one on the heap, which costs only speed.
 */
final class BufferPool {
    private static final int SLOTS = 64;
    private static final AtomicReferenceArray<ByteBuffer> KEPT = new AtomicReferenceArray<>(SLOTS);
    private static final AtomicInteger DIRECT = new AtomicInteger();

    private BufferPool() {}

    static ByteBuffer take() {
        ByteBuffer kept = KEPT.getAndSet(slot(), null);
        if (kept != null) {
            return kept;
        }
        return DIRECT.get() < SLOTS && DIRECT.incrementAndGet() <= SLOTS
                ? ByteBuffer.allocateDirect(Window.CAPACITY)
                : ByteBuffer.allocate(Window.CAPACITY);
    }

    static void giveBack(ByteBuffer buffer) {
        KEPT.set(slot(), buffer);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
