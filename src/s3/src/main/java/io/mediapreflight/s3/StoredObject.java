package io.mediapreflight.s3;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An object as a listing has it.
 *
 * @param location where it is
 * @param size in bytes; empty where the listing does not say
 * @param entityTag of its bytes, without quotes; empty where the listing does not say
 * @param archive why it cannot be read before it is restored; empty where it can be read
 */
public record StoredObject(
        S3Location location, OptionalLong size, Optional<String> entityTag, Optional<Archive> archive) {
    /**
     * That an object is archived, and not restored.
     *
     * @param storageClass such as {@code GLACIER} or {@code DEEP_ARCHIVE}
     * @param restoring whether its restoration is under way
     */
    public record Archive(String storageClass, boolean restoring) {}
}
