package io.mediapreflight.probe;

/** What the headers of an image or a video say. */
public sealed interface MediaFacts permits ImageFacts, VideoFacts {}
