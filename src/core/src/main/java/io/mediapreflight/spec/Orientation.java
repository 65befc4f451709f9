package io.mediapreflight.spec;

import java.util.Locale;

/** {@code extra_params.character_orientation}: whom the character's orientation follows. It decides how long a video may be. */
public enum Orientation {
    /** As in the image. */
    IMAGE,
    /** As in the video. */
    VIDEO;

    /** The value as it stands in a request: {@code image} or {@code video}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
