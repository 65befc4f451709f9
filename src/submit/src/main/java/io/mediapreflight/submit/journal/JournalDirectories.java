package io.mediapreflight.submit.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes what only its owner may see, and makes it last. */
final class JournalDirectories {
    private JournalDirectories() {}

    /** The directory that a file lies in. */
    static Path of(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? file.toAbsolutePath() : directory;
    }

    /** Creates a directory and those above it, where they are not there, for the owner alone. */
    static void createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path above = of(directory);
        if (!above.equals(directory)) {
            createPrivate(above);
        }
        try {
            Files.createDirectory(directory, permissions(directory, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        try {
            force(above);
        } catch (AccessDeniedException e) {
            // a directory to be written to but not to be read: the system's own pace must do
        }
    }

    /** Creates an empty file for the owner alone, where there is none. */
    static void createPrivateFile(Path file) throws IOException {
        FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS),
                        permissions(file, "rw-------"))
                .close();
    }

    /** Waits until the disk has the names in a directory; where directories cannot be opened (Windows), that is all. */
    static void force(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
