package io.mediapreflight.ffmpeg.content;

/** Measures how fast the frames of a video move. */
final class Motion {
    private double referenceAt;
    private double violentSeconds;
    private double fastest;

    /** Begins with the first frame, from which speed is measured. */
    void begin(double at) {
        referenceAt = at;
    }

    /** Whether enough time has passed since the last measured speed: between frames of 240 a second little moves. */
    boolean wantsSpeed(double at) {
        return at - referenceAt >= ContentThresholds.SPEED_SECONDS;
    }

    /** Takes how a frame matches the one from which speed was measured last. */
    void speed(double at, BlockMatch match) {
        double passed = at - referenceAt;
        referenceAt = at;
        double speed = match.way() / passed;
        boolean lost = passed <= ContentThresholds.LOST_SECONDS && match.residual() >= ContentThresholds.LOST_RESIDUAL;
        if (speed >= ContentThresholds.VIOLENT_SPEED || lost) {
            violentSeconds += passed;
        }
        fastest = Math.max(fastest, speed);
    }

    double violentSeconds() {
        return violentSeconds;
    }

    /** The highest speed that was measured, in longer sides of the frame a second. */
    double fastest() {
        return fastest;
    }
}
