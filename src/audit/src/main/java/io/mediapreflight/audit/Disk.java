package io.mediapreflight.audit;

import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** All that an audit asks of a file system; tests have one that lies, hangs and refuses. */
interface Disk {
    /**
     * Opens a directory that was found.
     *
     * @throws IOException where it cannot be opened, or is another one by now
     */
    HeldDirectory directory(Place place) throws IOException;

    /** What a path leads to, or is, where links are not followed. */
    BasicFileAttributes attributes(Path path, LinkOption... links) throws IOException;

    /**
     * Opens a file that was regular when its attributes were read; what it leads to, where it is a link.
     *
     * @param last of the worker that opens it
     */
    FileSource open(Asset.File file, LastDirectory last) throws IOException;

    /**
     * The names in a directory.
     *
     * @param names in no order, without the directory's own
     * @param broken why there may be more; empty where these are all
     */
    record Listing(List<Path> names, Optional<IOException> broken) {}

    /** The one of this machine. */
    final class Real implements Disk {
        @Override
        public HeldDirectory directory(Place place) throws IOException {
            return OpenDirectory.at(place);
        }

        @Override
        public BasicFileAttributes attributes(Path path, LinkOption... links) throws IOException {
            return Files.readAttributes(path, BasicFileAttributes.class, links);
        }

        @Override
        public FileSource open(Asset.File file, LastDirectory last) throws IOException {
            if (file.linked()) {
                return FileSource.open(file.path());
            }
            long size = file.attributes().size();
            Path name = file.path().getFileName();
            return file.place().isPresent() && name != null
                    ? last.at(file.place().get()).open(name, size)
                    : FileSource.openSeen(file.path(), size);
        }
    }
}
