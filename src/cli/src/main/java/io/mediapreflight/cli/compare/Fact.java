package io.mediapreflight.cli.compare;

/** What is compared, by the keys that reports have for it. */
enum Fact {
    KIND("kind"),
    FORMAT("format"),
    WIDTH("width"),
    HEIGHT("height"),
    DISPLAY_WIDTH("displayWidth"),
    DISPLAY_HEIGHT("displayHeight"),
    ROTATION("rotation"),
    EXIF_ORIENTATION("exifOrientation"),
    DURATION("durationSeconds"),
    FRAME_RATE("frameRate"),
    VIDEO_CODEC("videoCodec"),
    BIT_DEPTH("bitDepth"),
    AUDIO("audio");

    private final String key;

    Fact(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Whether a content alone decides it: of formats whose headers are not read here nothing else is known. */
    boolean isOfContent() {
        return this == KIND || this == FORMAT;
    }

    boolean isDuration() {
        return this == DURATION;
    }

    boolean isSide() {
        return this == WIDTH || this == HEIGHT || this == DISPLAY_WIDTH || this == DISPLAY_HEIGHT;
    }
}
