package io.mediapreflight;

import io.mediapreflight.probe.Window;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps a few direct buffers for the next check: the operating system reads into them without a copy, and a check that
 * finds one allocates none. Without locks, and bounded: a check that finds none makes a passing one on the heap, which
 * costs only speed.
 */
final class BufferPool {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<ByteBuffer> slots = new AtomicReferenceArray<>(SLOTS);

    ByteBuffer take() {
        ByteBuffer kept = slots.getAndSet(slot(), null);
        return kept == null ? ByteBuffer.allocateDirect(Window.CAPACITY) : kept;
    }

    void giveBack(ByteBuffer buffer) {
        slots.set(slot(), buffer);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
