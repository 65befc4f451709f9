package io.mediapreflight.opinion;

/** How much of a film is decoded to say whether it can be. */
public enum Depth {
    /** The first and the last picture. */
    ENDS("ends"),
    /** Every picture. */
    EVERY_PICTURE("everyPicture");

    private final String id;

    Depth(String id) {
        this.id = id;
    }

    /** The machine-readable name. */
    public String id() {
        return id;
    }
}
