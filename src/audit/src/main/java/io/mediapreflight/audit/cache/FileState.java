package io.mediapreflight.audit.cache;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file in a certain state: the key of its facts.
 *
 * @param path absolute
 * @param size in bytes
 * @param modified when it was last written, as exactly as the file system knows
 * @param inode its number, where the file system has numbers
 * @param changed when its status last changed (ctime), where the file system records it: a program that writes a file
 *     can set the time of modification back, and not this one
 */
public record FileState(Path path, long size, FileTime modified, OptionalLong inode, Optional<FileTime> changed)
        implements AssetState {
    /** On a file system that records no time of change. */
    public FileState(Path path, long size, FileTime modified, OptionalLong inode) {
        this(path, size, modified, inode, Optional.empty());
    }
}
