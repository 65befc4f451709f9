package io.mediapreflight.spec;

import java.util.Locale;

/** The kind of a file by its content, whatever its name says. */
public enum Kind {
    /** A still or animated image. */
    IMAGE,
    /** A file with a video track. */
    VIDEO,
    /** A file with audio, and no video track. */
    AUDIO,
    /** Neither image, video nor audio, or not recognised. */
    OTHER;

    /** The machine-readable name: {@code image}, {@code video}, {@code audio} or {@code other}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the two kinds that are judged: image and video. */
    public boolean isMedia() {
        return this == IMAGE || this == VIDEO;
    }
}
