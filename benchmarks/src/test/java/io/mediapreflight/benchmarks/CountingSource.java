package io.mediapreflight.benchmarks;

import io.mediapreflight.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** A file whose reads are counted. */
final class CountingSource implements Source {
    private final FileChannel channel;
    private int reads;

    CountingSource(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    int reads() {
        return reads;
    }

    @Override
    public OptionalLong size() throws IOException {
        return OptionalLong.of(channel.size());
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        reads++;
        return channel.read(into, offset);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
