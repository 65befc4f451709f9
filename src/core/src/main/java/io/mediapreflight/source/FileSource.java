package io.mediapreflight.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;

/** A regular file, opened once. Symbolic links to one are followed. */
public final class FileSource implements Source {
    private final Path file;
    private final FileChannel channel;
    private final long size;

    private FileSource(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file for reading.
     *
     * @throws NotARegularFileException for a folder, pipe, socket or device; none of them is opened, since a pipe would
     *     block for ever
     * @throws IOException where the file is missing or may not be read
     */
    public static FileSource open(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NotARegularFileException(file, attributes.isDirectory());
        }
        return new FileSource(file, FileChannel.open(file, StandardOpenOption.READ), attributes.size());
    }

    /** The size in bytes when the file was opened. */
    @Override
    public OptionalLong size() {
        return OptionalLong.of(size);
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        return channel.read(into, offset);
    }

    /**
     * Closes the file.
     *
     * @throws SourceChangedException where its size is no longer what it was when it was opened: what was read may belong
     *     to two different states of it
     */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (channel.isOpen() && channel.size() != size) {
                throw new SourceChangedException(file + " had " + size + " bytes and now has " + channel.size());
            }
        }
    }
}
