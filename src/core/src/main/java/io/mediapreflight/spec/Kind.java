package io.mediapreflight.spec;

import java.util.Locale;

/** What the content of a file is, whatever its name says. */
public enum Kind {
    IMAGE,
    VIDEO,
    AUDIO,
    /** Neither video nor audio, or nothing we recognise. */
    OTHER;

    /** The machine-readable name: {@code image}, {@code video}, {@code audio} or {@code other}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
