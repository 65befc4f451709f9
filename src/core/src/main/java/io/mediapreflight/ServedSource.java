package io.mediapreflight;

import io.mediapreflight.source.RemoteSource;

/** The bytes behind a URL. */
public interface ServedSource extends RemoteSource {
    /** What the server says of it. */
    Served served();
}
