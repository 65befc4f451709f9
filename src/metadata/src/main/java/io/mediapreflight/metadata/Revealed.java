package io.mediapreflight.metadata;

/** What a property of metadata is about. */
enum Revealed {
    /** A place by name. */
    PLACE,
    /** A person by name. */
    PERSON,
    /** The number of a device or of a part of it. */
    SERIAL
}
