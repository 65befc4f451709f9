package io.mediapreflight.opinion;

/** How much of a film is decoded to say whether it can be. */
public enum Depth {
    /** The first and the last picture at least; a decoder that looks at all of a short film says what it met on the way, too. */
    ENDS("ends"),
    /** Every picture of a film of any length, as strictly as the decoder can. */
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
