package io.mediapreflight;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of one medium of a request.
 *
 * @param path of its slot, such as {@code reference_images[0].url}
 * @param file the local file that was judged; empty where there was none
 * @param verdict unknown where there was no file
 */
public record MediaVerdict(String path, Optional<Path> file, Verdict verdict) {}
