package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.MalformedException;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * How frames are turned for display (RFC 9559 5.1.4.1.28.41): first about their vertical axis, by 180° or not at all, and then
 * counterclockwise. Anything else is a projection onto something that is no flat screen.
 *
 * @param rotation clockwise degrees 0, 90, 180 or 270; empty for anything else
 * @param mirrored whether left and right are exchanged after the rotation
 */
record MatroskaProjection(OptionalInt rotation, boolean mirrored) {
    static final MatroskaProjection UPRIGHT = new MatroskaProjection(OptionalInt.of(0), false);

    private static final MatroskaProjection UNKNOWN = new MatroskaProjection(OptionalInt.empty(), false);

    private static final int TYPE = 0x7671;
    private static final int YAW = 0x7673;
    private static final int PITCH = 0x7674;
    private static final int ROLL = 0x7675;

    private static final double HALF_TURN = 180;
    private static final double QUARTER_TURN = 90;
    private static final int FULL_TURN = 360;

    /** An angle this close to a quarter of a turn is one: its sine is 1/256, which in MP4 is rounding too. */
    private static final double NOISE = 0.22;

    static MatroskaProjection read(EbmlElements fields) throws IOException, MalformedException {
        long type = 0;
        double yaw = 0;
        double pitch = 0;
        double roll = 0;
        while (fields.next()) {
            switch (fields.id()) {
                case TYPE -> type = fields.number();
                case YAW -> yaw = fields.real();
                case PITCH -> pitch = fields.real();
                case ROLL -> roll = fields.real();
                default -> {}
            }
        }
        boolean isFlat = type == 0 && pitch == 0 && (yaw == 0 || Math.abs(yaw) == HALF_TURN);
        double part = roll % FULL_TURN; // beyond half a turn it is no angle by the standard, and players go on counting
        double quarters = Math.rint(part / QUARTER_TURN);
        if (!isFlat || !(Math.abs(part - quarters * QUARTER_TURN) <= NOISE)) {
            return UNKNOWN;
        }
        int turned = (int) (quarters * QUARTER_TURN);
        // To mirror and then to turn counterclockwise is to turn clockwise and then to mirror.
        int clockwise = yaw == 0 ? -turned : turned;
        return new MatroskaProjection(OptionalInt.of(Math.floorMod(clockwise, FULL_TURN)), yaw != 0);
    }
}
