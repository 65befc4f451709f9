package io.mediapreflight.decoder;

import io.mediapreflight.spec.Format;
import java.util.Optional;

/** The facts of an image or a video as a decoder reads them. A fact on which it has nothing to say is empty. */
public sealed interface MediaReading permits ImageReading, VideoReading {
    /** The format, by content. */
    Optional<Format> format();
}
