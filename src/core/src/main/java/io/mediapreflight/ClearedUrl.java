package io.mediapreflight;

/**
 * What was read from a URL, or compared with it, when its request was cleared.
 *
 * @param path of the slot, such as {@code reference_images[0].url}
 * @param served the URL, the size and the entity tag of that time
 */
public record ClearedUrl(String path, Served served) {}
