package io.mediapreflight.probe;

import java.util.Optional;

/** The orientation tag (0x0112, EXIF 2.32 4.6.4.A) of an image: how the stored image is turned for display. */
public enum ExifOrientation {
    NORMAL(1, 0, false),
    MIRRORED(2, 0, true),
    ROTATED_180(3, 180, false),
    ROTATED_180_MIRRORED(4, 180, true),
    ROTATED_90_MIRRORED(5, 90, true),
    ROTATED_90(6, 90, false),
    ROTATED_270_MIRRORED(7, 270, true),
    ROTATED_270(8, 270, false);

    private static final ExifOrientation[] BY_TAG = values();

    private final int tag;
    private final int rotation;
    private final boolean mirrored;

    ExifOrientation(int tag, int rotation, boolean mirrored) {
        this.tag = tag;
        this.rotation = rotation;
        this.mirrored = mirrored;
    }

    /** The orientation that a tag's value names; empty outside 1 to 8. */
    public static Optional<ExifOrientation> ofTag(long value) {
        return value >= 1 && value <= BY_TAG.length ? Optional.of(BY_TAG[(int) value - 1]) : Optional.empty();
    }

    /** The tag's value, 1 to 8. */
    public int tag() {
        return tag;
    }

    /** Clockwise degrees by which the stored image is turned for display: 0, 90, 180 or 270. */
    public int rotation() {
        return rotation;
    }

    /** Whether left and right are exchanged after the rotation. */
    public boolean mirrored() {
        return mirrored;
    }
}
