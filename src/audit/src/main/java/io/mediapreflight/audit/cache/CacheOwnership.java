package io.mediapreflight.audit.cache;

import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.ProcessOwner;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whose a cache is. The facts in it decide verdicts without the file being opened, so that a user who can write it can clear a
 * bad file: it must be the user's own, and writable by no other user. Judged where the file system has owners.
 */
final class CacheOwnership {
    /** What SQLite puts beside a database: its log, what its processes share, and the journal where it has no log. */
    static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

    private static final Set<PosixFilePermission> FOR_OTHERS =
            Collections.unmodifiableSet(EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 00002;

    private CacheOwnership() {}

    /**
     * Refuses a cache that is another user's or that others can write, by the file, by a link to it, by what SQLite keeps beside
     * it, or by its directory.
     *
     * @param file absolute
     * @throws IOException with the reason and what to do
     */
    static void require(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory == null || !hasOwners(directory)) {
            return;
        }
        UserPrincipal user = ProcessOwner.get();
        requireOwn(file, user);
        Path real = Files.exists(file) ? file.toRealPath() : file;
        for (String suffix : SUFFIXES) {
            requireOwn(real.resolveSibling(real.getFileName() + suffix), user);
        }
        requireIrreplaceable(real);
    }

    /** Whether the directory is on a file system with owners and permissions as POSIX has them. */
    static boolean hasOwners(Path directory) {
        return Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null
                && directory.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static void requireOwn(Path path, UserPrincipal user) throws IOException {
        PosixFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return;
        }
        if (!attributes.owner().equals(user)) {
            throw failure(
                    path,
                    Phrase.of("audit:cache.owner")
                            .with("owner", attributes.owner().getName()));
        }
        if (!attributes.isSymbolicLink() && !Collections.disjoint(attributes.permissions(), FOR_OTHERS)) {
            throw failure(
                    path,
                    Phrase.of("audit:cache.writable")
                            .with("permissions", PosixFilePermissions.toString(attributes.permissions())));
        }
    }

    /** In a directory that all may write, only the sticky bit (as in /tmp) keeps others from taking files away. */
    private static void requireIrreplaceable(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return;
        }
        int mode = (Integer) Files.getAttribute(directory, "unix:mode");
        if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
            throw failure(file, Phrase.of("audit:cache.replaceable"));
        }
    }

    /** Which file cannot be the cache, and why. */
    static FileSystemException failure(Path path, Phrase why) {
        String name = PathNames.text(path);
        return new FileSystemException(name, null, why.with("path", name).toString());
    }
}
