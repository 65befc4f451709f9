package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.DisplayMatrix;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code mvhd} (ISO/IEC 14496-12 8.2.2).
 *
 * @param timescale ticks per second, 1 or more
 * @param duration in seconds; empty where it is 0 or all ones, which says that it is not known here
 * @param matrix how the whole movie is turned
 */
public record MovieHeader(long timescale, Optional<Fraction> duration, DisplayMatrix matrix) {
    static MovieHeader read(Window window, Box box) throws IOException, MalformedException {
        Clock clock = Clock.read(window, box, "8.2.2");
        int matrix = clock.isLong() ? 48 : 36;
        return new MovieHeader(clock.timescale(), clock.duration(), DisplayMatrix.read(window, box.field(matrix, 36)));
    }

    /**
     * The timescale and the duration, which {@code mvhd} and {@code mdhd} hold in the same places.
     *
     * @param isLong whether it is version 1, with times of 64 bits
     */
    public record Clock(boolean isLong, long timescale, Optional<Fraction> duration) {
        static Clock read(Window window, Box box, String clause) throws IOException, MalformedException {
            boolean isLong = box.version(window, 1) == 1;
            long timescale = window.u32(box.field(isLong ? 20 : 12, 4));
            if (timescale == 0) {
                throw new MalformedException(Malformed.broken(
                        MalformedCode.ZERO_TIMESCALE,
                        box.start(),
                        Box.name(box.type()) + " has a timescale of 0",
                        "ISO/IEC 14496-12 " + clause));
            }
            long ticks = readTicks(window, box.field(isLong ? 24 : 16, isLong ? 8 : 4), isLong);
            return new Clock(
                    isLong, timescale, ticks == 0 ? Optional.empty() : Optional.of(new Fraction(ticks, timescale)));
        }

        /** A duration; 0 where it is not known: all ones, or 0, say so. */
        static long readTicks(Window window, long offset, boolean isLong) throws IOException, MalformedException {
            long ticks = isLong ? window.i64(offset) : window.u32(offset);
            if (ticks == (isLong ? -1L : 0xFFFF_FFFFL)) {
                return 0;
            }
            if (ticks < 0) {
                throw new MalformedException(Malformed.broken(
                        MalformedCode.DURATION_TOO_LONG,
                        offset,
                        "a duration of 2^63 ticks or more",
                        "ISO/IEC 14496-12 4.2"));
            }
            return ticks;
        }
    }
}
