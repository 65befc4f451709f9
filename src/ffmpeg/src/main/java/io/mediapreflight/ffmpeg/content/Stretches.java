package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the stretches of a video in which something holds, and forgets those that are too short. */
final class Stretches {
    private final Fraction atLeast;
    private final List<Stretch> found = new ArrayList<>();
    private Optional<Fraction> since = Optional.empty();

    Stretches(Fraction atLeast) {
        this.atLeast = atLeast;
    }

    /** It holds from this frame on. */
    void begin(Fraction at) {
        if (since.isEmpty()) {
            since = Optional.of(at);
        }
    }

    /** It does not hold for this frame, or the video is over. */
    void end(Fraction at) {
        since.map(from -> new Stretch(from, at))
                .filter(stretch -> stretch.lasts(atLeast))
                .ifPresent(found::add);
        since = Optional.empty();
    }

    /** Those that have ended, in their order. */
    List<Stretch> found() {
        return List.copyOf(found);
    }
}
