package io.mediapreflight.decoder;

/** How much of a video is decoded to say whether it can be. */
public enum Depth {
    /** The first and the last frame at least; a decoder that looks at all of a short video says what it met on the way, too. */
    ENDS("ends"),
    /** Every frame of a video of any length, as strictly as the decoder can. */
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
