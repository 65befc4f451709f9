package io.mediapreflight.ffmpeg.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where FFmpeg's natives are unpacked, and found the next time. They are code: a folder in which somebody else may write is
 * not used.
 */
final class UnpackFolder {
    private static final Set<PosixFilePermission> FOR_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final String NAME = "preflight";

    private final Path path;
    private final boolean temporary;

    private UnpackFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** A folder that the caller has chosen and answers for. */
    static UnpackFolder of(Path path) {
        return new UnpackFolder(path.toAbsolutePath(), false);
    }

    /**
     * Below the user's cache folder ({@code XDG_CACHE_HOME}, else {@code ~/.cache}), or where nothing can be kept there, a
     * private temporary folder that is deleted in the end.
     *
     * @throws UncheckedIOException where no temporary folder can be made either
     */
    static UnpackFolder ofUser(Map<String, String> environment) {
        try {
            Path own = Files.createTempDirectory("preflight-ffmpeg-"); // for this user alone
            Optional<Path> lasting =
                    cacheHome(environment).map(folder -> folder.resolve(NAME)).filter(folder -> isPrivate(folder, own));
            if (lasting.isPresent()) {
                Files.delete(own);
            }
            return lasting.map(folder -> new UnpackFolder(folder, false)).orElse(new UnpackFolder(own, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** XDG Base Directory Specification: what is empty or relative is as if it were not set. */
    private static Optional<Path> cacheHome(Map<String, String> environment) {
        return absolute(environment.getOrDefault("XDG_CACHE_HOME", ""))
                .or(() -> absolute(environment.getOrDefault("HOME", "")).map(home -> home.resolve(".cache")))
                .or(() -> absolute(environment.getOrDefault("LOCALAPPDATA", "")));
    }

    private static Optional<Path> absolute(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether the folder is there, or can be made, and only the owner of {@code own} can write into it. */
    private static boolean isPrivate(Path folder, Path own) {
        try {
            Files.createDirectories(folder.getParent());
            boolean posix = Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix");
            if (!Files.exists(folder)) {
                if (posix) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            }
            boolean open =
                    posix && Files.getPosixFilePermissions(folder).stream().anyMatch(FOR_OTHERS::contains);
            return !open
                    && Files.isDirectory(folder)
                    && Files.isWritable(folder)
                    && Files.getOwner(folder).equals(Files.getOwner(own));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Whether nothing has been unpacked there yet. */
    boolean isEmpty() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return true;
        }
    }

    /** Deletes a temporary folder; one that lasts is left. */
    void delete() {
        if (temporary) {
            try {
                Files.walkFileTree(path, new Deletion());
            } catch (IOException e) {
                // The system clears its temporary folder some day.
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
