package io.mediapreflight.spec;

/** The place in a request that media are meant for. */
public enum Slot {
    /** {@code reference_images}. */
    IMAGE(Kind.IMAGE),
    /** {@code reference_videos}. */
    VIDEO(Kind.VIDEO);

    private final Kind kind;

    Slot(Kind kind) {
        this.kind = kind;
    }

    /** The kind of content this slot takes. */
    public Kind kind() {
        return kind;
    }
}
