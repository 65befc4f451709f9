package io.mediapreflight.report;

import java.util.Arrays;

/**
 * Which names were met, by a number for each: a directory may hold millions of files, and their names would not fit into memory. A name
 * that was not met may rarely be taken for one that was.
 */
final class NamesTaken {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final long FACTOR =
            0x9E37_79B9_7F4A_7C15L; // 2⁶⁴ divided by the golden ratio: it spreads what is alike
    private static final int FREE = 0;

    private final int max;
    private long[] slots = new long[FIRST_SLOTS];
    private int count;

    /** Takes so many names. */
    NamesTaken(int max) {
        this.max = max;
    }

    boolean isFull() {
        return count >= max;
    }

    /** Whether it was not met before. */
    boolean add(String name) {
        return add(hash(name));
    }

    private boolean add(long hash) {
        if (2L * count >= slots.length) {
            grow();
        }
        int slot = slot(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        count++;
        return true;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != FREE && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        count = 0;
        Arrays.stream(old).filter(hash -> hash != FREE).forEach(this::add);
    }

    private static long hash(String name) {
        long hash = FACTOR;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FACTOR;
            hash ^= hash >>> 29;
        }
        return hash == FREE ? 1 : hash;
    }
}
