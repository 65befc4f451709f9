package io.mediapreflight.decoder;

/** How much of a video is decoded to find damage. */
public enum Depth {
    /**
     * At least the first and the last frame; damage between them is reported where the whole of a short video is
     * decoded anyway.
     */
    ENDS("ends"),
    /** Every frame of a video of any length, as strictly as the decoder allows. */
    EVERY_FRAME("everyPicture");

    private final String id;

    Depth(String id) {
        this.id = id;
    }

    /** The machine-readable name. */
    public String id() {
        return id;
    }
}
