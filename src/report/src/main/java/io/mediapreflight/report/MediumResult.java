package io.mediapreflight.report;

/**
 * One medium of a request and what became of it.
 *
 * @param path of its slot, such as {@code reference_images[0].url}
 * @param result of the local file, or of what stands in its place
 */
public record MediumResult(String path, Result result) {}
