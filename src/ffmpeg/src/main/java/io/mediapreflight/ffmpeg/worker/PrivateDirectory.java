package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.source.ProcessOwner;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A directory whose content is run as code: no user but this one and the system can change anything on the path to it, so
 * that what was looked at is what is loaded.
 */
final class PrivateDirectory {
    private static final FileAttribute<Set<PosixFilePermission>> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int MAX_LINKS = 40; // Linux follows as many
    private static final int STICKY = 01000;

    private PrivateDirectory() {}

    /** Whose what is met is. */
    interface Owners {
        /** Whether it has another owner than this user and the system, which owns the root directory. */
        boolean isForeign(Path path, PosixFileAttributes attributes);

        static Owners ofThisProcess(Path root) throws IOException {
            Set<UserPrincipal> trusted = Set.copyOf(List.of(ProcessOwner.get(), Files.getOwner(root)));
            return (path, attributes) -> !trusted.contains(attributes.owner());
        }
    }

    /**
     * The directory, made where it is missing, under its real name.
     *
     * @throws IOException where it cannot be made, or where others could have put something there, or still could
     */
    static Path open(Path directory, Owners owners) throws IOException {
        if (Files.getFileAttributeView(directory.getRoot(), PosixFileAttributeView.class) == null) {
            return Files.createDirectories(directory).toRealPath(); // access lists are the parents' there
        }
        Path real = follow(directory, owners);
        PrivateContent.require(real, owners);
        return real;
    }

    /** As the system would, name by name. */
    private static Path follow(Path directory, Owners owners) throws IOException {
        Deque<Path> names = new ArrayDeque<>();
        directory.forEach(names::addLast);
        Path at = directory.getRoot();
        int links = 0;
        while (!names.isEmpty()) {
            Path next = at.resolve(names.removeFirst()).normalize(); // "at" has no links in it: ".." is its parent
            PosixFileAttributes attributes = attributesOrMade(next);
            if (owners.isForeign(next, attributes)) {
                throw new AccessDeniedException(
                        next.toString(),
                        null,
                        Phrase.of("ffmpeg:directory.owner").toString());
            }
            if (attributes.isSymbolicLink()) {
                if (++links > MAX_LINKS) {
                    throw new FileSystemLoopException(directory.toString());
                }
                Path target = Files.readSymbolicLink(next);
                putFirst(names, target);
                at = target.isAbsolute() ? target.getRoot() : at;
            } else {
                requireIrreplaceableEntries(next, attributes);
                at = next;
            }
        }
        return at;
    }

    private static PosixFileAttributes attributesOrMade(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createDirectory(path, OWN);
            } catch (FileAlreadyExistsException e) {
                // Another process was first.
            }
        }
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void putFirst(Deque<Path> names, Path target) {
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
            names.addFirst(target.getName(i));
        }
    }

    /** Where all may write, the sticky bit (as in /tmp) keeps others from taking entries away. */
    private static void requireIrreplaceableEntries(Path path, PosixFileAttributes attributes) throws IOException {
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        if (isOpenToOthers(attributes) && (mode & STICKY) == 0) {
            throw new AccessDeniedException(
                    path.toString(),
                    null,
                    Phrase.of("ffmpeg:directory.writable").toString());
        }
    }

    /** A group of the owner's name is the owner's own, as most distributions make one for each user. */
    static boolean isOpenToOthers(PosixFileAttributes attributes) {
        Set<PosixFilePermission> permissions = attributes.permissions();
        boolean ownGroup =
                attributes.group().getName().equals(attributes.owner().getName());
        return permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || (permissions.contains(PosixFilePermission.GROUP_WRITE) && !ownGroup);
    }
}
