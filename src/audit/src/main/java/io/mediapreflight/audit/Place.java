package io.mediapreflight.audit;

import java.nio.file.Path;

/**
 * A directory that a walk has been to, and which one that is: its path may lead to another one by the time a file in it is
 * opened.
 *
 * @param key of the directory, however it was reached; the path itself where the file system has no keys
 * @param linked whether a link leads to it that the walk was asked to follow
 */
public record Place(Path path, Object key, boolean linked) {}
