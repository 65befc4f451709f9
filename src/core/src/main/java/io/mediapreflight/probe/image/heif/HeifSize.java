package io.mediapreflight.probe.image.heif;

/** In pixels; 0 where nothing is said. */
record HeifSize(long width, long height) {
    static final HeifSize NONE = new HeifSize(0, 0);

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
