package io.mediapreflight.assertj;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/** The facts of an image or a video under one name, as reports have them. */
final class Seen {
    private Seen() {}

    /** As stored. */
    static Optional<PixelSize> size(MediaFacts facts) {
        return facts instanceof VideoFacts video
                ? video.size()
                : Optional.of(PixelSize.of(((ImageFacts) facts).width(), ((ImageFacts) facts).height()));
    }

    /** For display, before rotation. */
    static Optional<PixelSize> displaySize(MediaFacts facts) {
        return facts instanceof VideoFacts video
                ? video.displaySize()
                : Optional.of(((ImageFacts) facts).displaySize());
    }

    /** The container's duration, else that of the video track. */
    static Optional<Fraction> seconds(MediaFacts facts) {
        if (facts instanceof VideoFacts video) {
            Optional<Fraction> container = video.durations().container();
            return container.isPresent() ? container : video.durations().videoTrack();
        }
        return ((ImageFacts) facts).duration();
    }
}
