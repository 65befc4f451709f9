package io.mediapreflight.ffmpeg.worker;

import io.mediapreflight.ffmpeg.worker.PrivateDirectory.Owners;
import io.mediapreflight.source.TemporaryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;

/**
 * Where FFmpeg's natives are unpacked, and found the next time. They are code: a directory into which another user could write
 * is not used.
 */
final class UnpackDirectory {
    private static final String NAME = "preflight";
    private static final String TEMPORARY = "preflight-ffmpeg-";
    private static final String NATIVES = "natives";

    private final Path path;
    private final Optional<TemporaryEntry> temporary;

    private UnpackDirectory(Path path, Optional<TemporaryEntry> temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** A directory that the caller has chosen and responds for. */
    static UnpackDirectory of(Path path) {
        return new UnpackDirectory(path.toAbsolutePath(), Optional.empty());
    }

    /**
     * Below the user's cache directory ({@code XDG_CACHE_HOME}, else {@code ~/.cache}), or where nothing can be kept there, a
     * private temporary directory that is deleted in the end.
     *
     * @throws UncheckedIOException where no temporary directory can be made either
     */
    static UnpackDirectory ofUser(Map<String, String> environment) {
        try {
            Optional<Path> home = cacheHome(environment);
            return home.isPresent()
                    ? ofUser(home.get(), Owners.ofThisProcess(home.get().getRoot()))
                    : temporary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below a cache directory, if no other user owns anything on the way to it or in it. */
    static UnpackDirectory ofUser(Path cacheHome, Owners owners) throws IOException {
        try {
            Path path = PrivateDirectory.open(cacheHome.resolve(NAME), owners);
            return Files.isWritable(path) ? of(path) : temporary();
        } catch (IOException e) {
            return temporary();
        }
    }

    private static UnpackDirectory temporary() throws IOException {
        TemporaryEntry own = TemporaryEntry.directory(Path.of(System.getProperty("java.io.tmpdir")), TEMPORARY);
        return new UnpackDirectory(Files.createDirectory(own.path().resolve(NATIVES)), Optional.of(own));
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

    Path path() {
        return path;
    }

    /** Whether nothing has been unpacked there yet. */
    boolean isEmpty() {
        try {
            return PathUtils.isEmptyDirectory(path);
        } catch (IOException e) {
            return true;
        }
    }

    /** Deletes a temporary directory; one that lasts is left. */
    void delete() {
        temporary.ifPresent(TemporaryEntry::close);
    }
}
