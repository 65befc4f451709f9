package io.mediapreflight.audit;

import io.mediapreflight.source.FileSource;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A directory of this machine. Where the system can open a file relative to a directory that is open, its name is not asked
 * again; elsewhere the path is.
 */
final class OpenDirectory implements HeldDirectory {
    private static final Set<OpenOption> SEEN = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final DirectoryStream<Path> stream;
    private final Optional<SecureDirectoryStream<Path>> secure;

    private OpenDirectory(Path path, DirectoryStream<Path> stream, Optional<SecureDirectoryStream<Path>> secure) {
        this.path = path;
        this.stream = stream;
        this.secure = secure;
    }

    /**
     * Opens a directory, and makes sure that it is the one that was found.
     *
     * @throws IOException where it cannot be opened, or another directory has taken its place
     */
    @SuppressWarnings("StreamResourceLeak") // the holder of the directory closes it
    static OpenDirectory at(Place place) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(place.path());
        Optional<SecureDirectoryStream<Path>> secure =
                !place.linked() && stream instanceof SecureDirectoryStream<Path> s ? Optional.of(s) : Optional.empty();
        OpenDirectory opened = new OpenDirectory(place.path(), stream, secure);
        try {
            if (!place.linked() && !opened.is(place.key())) {
                throw new IOException(Phrase.of("audit:file.other-directory").toString());
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** By what is open, where it can be asked; a path can lead elsewhere a moment later. */
    private boolean is(Object key) throws IOException {
        BasicFileAttributes attributes = secure.isPresent()
                ? secure.get()
                        .getFileAttributeView(BasicFileAttributeView.class)
                        .readAttributes()
                : Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.fileKey() == null
                || key instanceof Path
                || attributes.fileKey().equals(key);
    }

    @Override
    public Disk.Listing list() {
        List<Path> names = new ArrayList<>();
        try {
            for (Path entry : stream) {
                Path name = entry.getFileName(); // a directory of a million files costs its names, not its paths
                names.add(name == null ? entry : name);
            }
        } catch (DirectoryIteratorException e) {
            return new Disk.Listing(names, Optional.ofNullable(e.getCause()));
        }
        return new Disk.Listing(names, Optional.empty());
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return secure.isPresent()
                ? secure.get()
                        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes()
                : Files.readAttributes(path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public FileSource open(Path name, long size) throws IOException {
        if (secure.isPresent()) {
            SeekableByteChannel channel = secure.get().newByteChannel(name, SEEN);
            if (channel instanceof FileChannel file) {
                return FileSource.opened(file, size);
            }
            channel.close();
        }
        return FileSource.openSeen(path.resolve(name), size);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
