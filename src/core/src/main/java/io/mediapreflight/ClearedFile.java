package io.mediapreflight;

import java.nio.file.Path;

/**
 * The exact bytes of a file that was judged.
 *
 * @param path of the slot, such as {@code reference_images[0].url}
 * @param file the local file
 * @param size of the file in bytes
 * @param sha256 of the file, in lower-case hexadecimal digits
 */
public record ClearedFile(String path, Path file, long size, String sha256) {}
