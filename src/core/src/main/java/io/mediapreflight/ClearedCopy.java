package io.mediapreflight;

import io.mediapreflight.source.SourceDigest;

/**
 * The exact bytes that were judged in the place of a URL.
 *
 * @param path of the slot, such as {@code reference_images[0].url}
 * @param copy where the bytes were read
 * @param digest of the bytes, with their size
 */
public record ClearedCopy(String path, LocalCopy copy, SourceDigest digest) {}
