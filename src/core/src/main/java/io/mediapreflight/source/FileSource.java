package io.mediapreflight.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import java.util.Set;

/** A regular file, opened once. Symbolic links to one are followed. */
public final class FileSource implements Source {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);
    private static final Set<OpenOption> SEEN = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final FileChannel channel;
    private final long size;
    private boolean endSeen;

    private FileSource(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file for reading.
     *
     * @throws NotARegularFileException for a directory, pipe, socket or device; none of them is opened, since a pipe would
     *     block for ever
     * @throws IOException where the file is missing or may not be read
     */
    public static FileSource open(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NotARegularFileException(file, attributes.isDirectory());
        }
        return new FileSource(FileChannel.open(file, READ), attributes.size());
    }

    /**
     * Opens a file that was regular and of this size when a walk found it, without checking again: that would be a
     * third of the work. If it has become a symbolic link since, that is not followed; if it has become a pipe,
     * opening blocks. After reading, {@link #isOfThatSize} says whether it still is the file that was found.
     *
     * @throws IOException where the file is gone, or may not be read
     */
    public static FileSource openSeen(Path file, long size) throws IOException {
        return new FileSource(FileChannel.open(file, SEEN), size);
    }

    /**
     * A regular file that the caller has opened for reading, relative to a directory for example.
     *
     * @param channel closed with the source
     * @param size in bytes when the file was found; see {@link #isOfThatSize}
     */
    public static FileSource opened(FileChannel channel, long size) {
        return new FileSource(channel, size);
    }

    /**
     * Whether the file has the size with which it was opened.
     *
     * @throws IOException where the file system cannot say
     */
    public boolean isOfThatSize() throws IOException {
        return endSeen || channel.size() == size;
    }

    /** The size in bytes when the file was opened. */
    @Override
    public OptionalLong size() {
        return OptionalLong.of(size);
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        int wanted = into.remaining();
        int read = channel.read(into, offset);
        // A read beyond the end has shown where it ends.
        endSeen |= read >= 0 && read < wanted && offset + read == size;
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
