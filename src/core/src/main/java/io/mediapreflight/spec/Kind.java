package io.mediapreflight.spec;

import java.util.Locale;

/** The kind of a file by its content, whatever its name says. */
public enum Kind {
    IMAGE,
    VIDEO,
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
