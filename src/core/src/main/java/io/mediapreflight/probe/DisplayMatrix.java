package io.mediapreflight.probe;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * The part of a transformation matrix that turns and mirrors (ISO/IEC 14496-12 6.2.2): x' = a·x + c·y, y' = b·x + d·y,
 * with y downwards and 16.16 fixed point numbers.
 */
public record DisplayMatrix(long a, long b, long c, long d) {
    /** Neither turns nor mirrors. */
    public static final DisplayMatrix IDENTITY = new DisplayMatrix(0x10000, 0, 0, 0x10000);

    /** An element this many times smaller than another is rounding, not shear. */
    private static final int NOISE = 256;

    /** Reads the nine elements at an offset, of 32 bits each, of which four turn and mirror. */
    public static DisplayMatrix read(Window window, long offset) throws IOException, MalformedException {
        return new DisplayMatrix(
                window.i32(offset), window.i32(offset + 4), window.i32(offset + 12), window.i32(offset + 16));
    }

    /** This matrix, then {@code next}. */
    public DisplayMatrix then(DisplayMatrix next) {
        return new DisplayMatrix(
                ((a * next.a) >> 16) + ((b * next.c) >> 16),
                ((a * next.b) >> 16) + ((b * next.d) >> 16),
                ((c * next.a) >> 16) + ((d * next.c) >> 16),
                ((c * next.b) >> 16) + ((d * next.d) >> 16));
    }

    /** Whether left and right are exchanged after the rotation. */
    public boolean mirrors() {
        return isUpright() ? (a < 0) != (d < 0) : isSideways() && (b < 0) == (c < 0);
    }

    /** Clockwise degrees 0, 90, 180 or 270, before any {@linkplain #mirrors mirroring}; empty for any other angle. */
    public OptionalInt rotation() {
        if (isUpright()) {
            return OptionalInt.of(d < 0 ? 180 : 0);
        }
        return isSideways() ? OptionalInt.of(b > 0 ? 90 : 270) : OptionalInt.empty();
    }

    private boolean isUpright() {
        return dwarfs(a, b, c) && dwarfs(d, b, c);
    }

    private boolean isSideways() {
        return dwarfs(b, a, d) && dwarfs(c, a, d);
    }

    private static boolean dwarfs(long large, long one, long other) {
        return large != 0 && Math.abs(one) * NOISE <= Math.abs(large) && Math.abs(other) * NOISE <= Math.abs(large);
    }
}
