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
    private final FileChannel channel;
    private final long size;

    private FileSource(FileChannel channel, long size) {
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
        return new FileSource(FileChannel.open(file, StandardOpenOption.READ), attributes.size());
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

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
