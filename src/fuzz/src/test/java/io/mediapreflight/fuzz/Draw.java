package io.mediapreflight.fuzz;

import java.util.zip.CRC32;

/**
 * Numbers drawn from the input itself: the same input is treated the same way again. A fuzzer's run tries one of the costly
 * invariants on each input, and without one, on the seeds, all of them are tried.
 */
public final class Draw {
    private static final boolean FUZZES = System.getenv("JAZZER_FUZZ") != null;

    private long state;
    private final int chosen;

    private Draw(long seed, int chosen) {
        this.state = seed;
        this.chosen = chosen;
    }

    /**
     * Draws for an input.
     *
     * @param invariants how many there are; the last one costs more than the others together, and is tried as seldom
     */
    public static Draw of(byte[] input, int invariants) {
        CRC32 crc = new CRC32();
        crc.update(input);
        Draw draw = new Draw(crc.getValue(), 0);
        int last = invariants - 1;
        int drawn = draw.below(2 * last + 1);
        return new Draw(draw.state + 1, drawn == 2 * last ? last : drawn % last);
    }

    /** Whether the invariant of this number is tried. */
    public boolean isTried(int invariant) {
        return !FUZZES || invariant == chosen;
    }

    /** 0 or more, less than the bound, which is 1 or more. */
    public int below(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }
}
