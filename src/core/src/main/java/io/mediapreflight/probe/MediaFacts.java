package io.mediapreflight.probe;

/** What the headers of a picture or a film say. */
public sealed interface MediaFacts permits ImageFacts, VideoFacts {}
