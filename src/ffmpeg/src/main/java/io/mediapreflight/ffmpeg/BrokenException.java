package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.Decoding.Broken;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** Thrown where the decoder finds the file broken. */
final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Fraction> at;

    BrokenException(String what) {
        this(Optional.empty(), what);
    }

    /** @param at in seconds from the start of the video, where that is known */
    BrokenException(Optional<Fraction> at, String what) {
        super(what);
        this.at = at;
    }

    Broken broken() {
        return new Broken(at, String.valueOf(getMessage()));
    }
}
