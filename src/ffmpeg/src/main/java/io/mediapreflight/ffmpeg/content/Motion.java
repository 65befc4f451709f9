package io.mediapreflight.ffmpeg.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Measures how fast pictures move, and how much of them changes at all. */
final class Motion {
    private final Deque<Taken> earlier = new ArrayDeque<>();
    private final List<Double> changes = new ArrayList<>();
    private double referenceAt;
    private double violentSeconds;
    private double fastest;

    /** A picture and its time in seconds. */
    private record Taken(double at, Thumb picture) {}

    /** Whether enough time has passed since the last measured speed: between pictures of 240 a second little moves. */
    boolean wantsSpeed(double at) {
        return at - referenceAt >= ContentThresholds.SPEED_SECONDS;
    }

    /** Takes how a picture matches the one from which speed was measured last. */
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

    void add(double at, Thumb picture) {
        if (earlier.isEmpty()) {
            referenceAt = at;
        } else if (at - earlier.getLast().at < ContentThresholds.CHANGE_STEP_SECONDS) {
            return;
        }
        earlier.add(new Taken(at, picture));
        if (at - earlier.getFirst().at >= ContentThresholds.CHANGE_SECONDS) {
            changes.add(change(earlier.removeFirst().picture, picture));
        }
    }

    double violentSeconds() {
        return violentSeconds;
    }

    /** The highest speed that was measured, in longer sides of the picture a second. */
    double fastest() {
        return fastest;
    }

    /** The middle one of the changes, in luma steps; infinite for a film too short to have one. */
    double change() {
        if (changes.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        List<Double> sorted = new ArrayList<>(changes);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** The mean change of the tenth of the picture that changes most: of a character before a wall, the character's. */
    private static double change(Thumb before, Thumb after) {
        int[] differences = new int[before.luma().length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(before.luma()[i] - after.luma()[i]);
        }
        Arrays.sort(differences);
        int most = Math.max(1, differences.length / ContentThresholds.CHANGING_PART);
        double sum = 0;
        for (int i = differences.length - most; i < differences.length; i++) {
            sum += differences[i];
        }
        return sum / most / Thumb.LUMA_UNIT;
    }
}
