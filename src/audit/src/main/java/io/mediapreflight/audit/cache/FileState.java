package io.mediapreflight.audit.cache;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;

/**
 * Which file, in which state: what facts are kept under.
 *
 * @param path absolute
 * @param size in bytes
 * @param modified when it was last written, as exactly as the file system knows
 * @param inode its number, where the file system has numbers
 */
public record FileState(Path path, long size, FileTime modified, OptionalLong inode) {}
