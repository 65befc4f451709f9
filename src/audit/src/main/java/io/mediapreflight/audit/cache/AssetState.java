package io.mediapreflight.audit.cache;

/** Something to be judged in a certain state: the key of its facts. */
public sealed interface AssetState permits FileState, ObjectState {
    /** Its size in bytes. */
    long size();
}
