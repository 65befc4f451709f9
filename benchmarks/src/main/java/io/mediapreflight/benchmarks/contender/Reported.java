package io.mediapreflight.benchmarks.contender;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a contender reports of a file.
 *
 * @param size as stored, before any rotation
 * @param rotation clockwise degrees for display; present where the contender says it, 0 included
 * @param seconds how long it lasts
 * @param codec in the contender's words
 * @param incomplete whether it says that bytes are missing
 */
public record Reported(
        Optional<Size> size, OptionalInt rotation, OptionalDouble seconds, Optional<String> codec, boolean incomplete) {
    /** Nothing, as of the floors. */
    public static final Reported NOTHING =
            new Reported(Optional.empty(), OptionalInt.empty(), OptionalDouble.empty(), Optional.empty(), false);

    private static final int FULL_TURN = 360;

    /** Pixels. */
    public record Size(long width, long height) {}

    /** The size; nothing for one without pixels, as some contenders report of what they do not know. */
    public static Reported size(double width, double height) {
        return width < 1 || height < 1
                ? NOTHING
                : new Reported(
                        Optional.of(new Size(Math.round(width), Math.round(height))),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        false);
    }

    /** With a rotation, whose full turns are left out. */
    public Reported rotated(double degrees) {
        int turn = Math.floorMod((int) Math.round(degrees), FULL_TURN);
        return new Reported(size, OptionalInt.of(turn), seconds, codec, incomplete);
    }

    /** With a duration; 0 s is what some contenders report of what they do not know. */
    public Reported lasting(double value) {
        return value > 0 ? new Reported(size, rotation, OptionalDouble.of(value), codec, incomplete) : this;
    }

    /** With a codec; an empty one is none. */
    public Reported codec(String value) {
        return value.isEmpty() ? this : new Reported(size, rotation, seconds, Optional.of(value), incomplete);
    }

    /** As of a file whose end is missing. */
    public Reported incomplete(boolean value) {
        return new Reported(size, rotation, seconds, codec, value);
    }
}
