package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.DisplayMatrix;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code tkhd} (ISO/IEC 14496-12 8.3.2).
 *
 * @param size the size for display, from 16.16 fixed point; empty where a side is 0
 */
public record TrackHeader(long id, boolean enabled, DisplayMatrix matrix, Optional<PixelSize> size) {
    /**
     * Where there is none. Players that do without it show the media unturned; fragments of the track it would name cannot be found.
     */
    static final TrackHeader MISSING = new TrackHeader(0, false, DisplayMatrix.IDENTITY, Optional.empty());

    private static final int ENABLED = 1;
    private static final long FIXED_POINT = 0x10000;

    public boolean isMissing() {
        // The equals of a record is made when it is first called, which takes a fifth of the program's start.
        return id == MISSING.id && !enabled && size.isEmpty() && matrix.equals(MISSING.matrix);
    }

    static TrackHeader read(Window window, Box box) throws IOException, MalformedException {
        boolean isLong = box.version(window, 1) == 1;
        int matrix = isLong ? 52 : 40;
        long at = box.field(matrix, 44);
        long width = window.u32(at + 36);
        long height = window.u32(at + 40);
        return new TrackHeader(
                window.u32(box.field(isLong ? 20 : 12, 4)),
                (window.i32(box.body()) & ENABLED) != 0,
                DisplayMatrix.read(window, at),
                width == 0 || height == 0
                        ? Optional.empty()
                        : Optional.of(
                                new PixelSize(new Fraction(width, FIXED_POINT), new Fraction(height, FIXED_POINT))));
    }
}
