package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * What lies in a directory of code, and was perhaps put there when others still could. It is looked at through the opened
 * directories, not by their names: what is found is in the directory that was opened, whatever its name leads to meanwhile.
 */
final class PrivateContent {
    private static final int MAX_DEPTH = 16; // JavaCPP nests six
    private static final int MAX_ENTRIES = 10_000; // and unpacks some dozens

    private final Path directory;
    private final PrivateDirectory.Owners owners;
    private int entries;

    private PrivateContent(Path directory, PrivateDirectory.Owners owners) {
        this.directory = directory;
        this.owners = owners;
    }

    /** @throws IOException where anything in it, itself included, is another user's or can be written by others */
    static void require(Path directory, PrivateDirectory.Owners owners) throws IOException {
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(directory)) {
            if (opened instanceof SecureDirectoryStream<Path> secure) {
                PrivateContent content = new PrivateContent(directory, owners);
                content.requireOwn(
                        directory,
                        secure.getFileAttributeView(PosixFileAttributeView.class)
                                .readAttributes());
                content.requireBelow(secure, directory, 0);
            }
        }
    }

    private void requireBelow(SecureDirectoryStream<Path> opened, Path path, int depth) throws IOException {
        for (Path entry : opened) {
            Path name = entry.getFileName();
            Path full = path.resolve(name);
            if (++entries > MAX_ENTRIES || depth > MAX_DEPTH) {
                throw new FileSystemException(
                        directory.toString(),
                        null,
                        Phrase.of("ffmpeg:directory.more").toString());
            }
            PosixFileAttributes attributes = opened.getFileAttributeView(
                            name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            requireOwn(full, attributes);
            if (attributes.isDirectory()) {
                try (SecureDirectoryStream<Path> below = opened.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    requireBelow(below, full, depth + 1);
                }
            }
        }
    }

    private void requireOwn(Path path, PosixFileAttributes attributes) throws IOException {
        if (owners.isForeign(path, attributes)) {
            throw new AccessDeniedException(
                    path.toString(), null, Phrase.of("ffmpeg:directory.owner").toString());
        }
        if (!attributes.isSymbolicLink() && PrivateDirectory.isOpenToOthers(attributes)) {
            throw new AccessDeniedException(
                    path.toString(),
                    null,
                    Phrase.of("ffmpeg:directory.writable").toString());
        }
    }
}
