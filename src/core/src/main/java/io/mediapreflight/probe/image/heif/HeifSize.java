package io.mediapreflight.probe.image.heif;

import io.mediapreflight.probe.PixelSize;

/** In pixels; 0 where nothing is said. */
record HeifSize(long width, long height) {
    static final HeifSize NONE = new HeifSize(0, 0);

    /** Turned by a quarter. */
    HeifSize turned() {
        long turnedWidth = height;
        long turnedHeight = width;
        return new HeifSize(turnedWidth, turnedHeight);
    }

    PixelSize exact() {
        return PixelSize.of(width, height);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
