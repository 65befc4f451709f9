package io.mediapreflight.audit;

import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that an audit asks of a file system; tests have one that lies, hangs and refuses. */
interface Disk {
    /**
     * What lies in a folder.
     *
     * @throws IOException where it cannot be opened
     */
    Listing list(Path folder) throws IOException;

    /** What a path leads to, or is, where links are not followed. */
    BasicFileAttributes attributes(Path path, LinkOption... links) throws IOException;

    /** Opens a file that was regular when its attributes were read; what it leads to, where it is a link. */
    FileSource open(Asset.File file) throws IOException;

    /**
     * The names in a folder.
     *
     * @param names in no order, without the folder's own
     * @param broken why there may be more; empty where these are all
     */
    record Listing(List<Path> names, Optional<IOException> broken) {}

    /** The one of this machine. */
    final class Real implements Disk {
        @Override
        public Listing list(Path folder) throws IOException {
            List<Path> names = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    Path name = entry.getFileName(); // a folder of a million files costs its names, not its paths
                    names.add(name == null ? entry : name);
                }
            } catch (DirectoryIteratorException e) {
                return new Listing(names, Optional.ofNullable(e.getCause()));
            }
            return new Listing(names, Optional.empty());
        }

        @Override
        public BasicFileAttributes attributes(Path path, LinkOption... links) throws IOException {
            return Files.readAttributes(path, BasicFileAttributes.class, links);
        }

        @Override
        public FileSource open(Asset.File file) throws IOException {
            return file.linked()
                    ? FileSource.open(file.path())
                    : FileSource.openSeen(file.path(), file.attributes().size());
        }
    }
}
