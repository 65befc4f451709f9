package io.mediapreflight.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What distinguishes two states of a file without reading it. Equal stamps do not prove equal bytes: clocks are
 * coarse, and times can be set back. Different stamps prove that the file was written or touched in between.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param key which file it is, where the file system has keys
 */
public record FileStamp(long size, FileTime modified, Optional<Object> key) {
    /**
     * The stamp of a file as it is now. Symbolic links are followed.
     *
     * @throws NotARegularFileException for a directory, pipe, socket or device
     * @throws IOException where there is no such file, or the file system cannot say
     */
    public static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NotARegularFileException(file, attributes.isDirectory());
        }
        return new FileStamp(
                attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
    }
}
