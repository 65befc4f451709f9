package io.mediapreflight.fix;

/** How a frame gets into an aspect ratio or a range that scaling alone does not reach. */
public enum Shape {
    /** Everything stays to be seen, between margins. */
    PAD,
    /** The frame is filled, and what lies outside of it is lost. */
    CROP
}
