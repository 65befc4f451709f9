package io.mediapreflight;

/**
 * The exact bytes that were judged in the place of a URL.
 *
 * @param path of the slot, such as {@code reference_images[0].url}
 * @param copy where the bytes were read
 * @param size in bytes
 * @param sha256 of the bytes, in lower-case hexadecimal digits
 */
public record ClearedCopy(String path, LocalCopy copy, long size, String sha256) {}
