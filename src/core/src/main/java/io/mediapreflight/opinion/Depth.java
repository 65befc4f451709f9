package io.mediapreflight.opinion;

/** How much of a film is decoded to say whether it can be. */
public enum Depth {
    /** The first and the last picture. */
    ENDS,
    /** Every picture. */
    EVERY_PICTURE
}
