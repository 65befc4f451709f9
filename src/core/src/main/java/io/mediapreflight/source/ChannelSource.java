package io.mediapreflight.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/**
 * The bytes of an open channel: a file, an entry of a virtual file system, memory. The channel stays the caller's: it is not
 * closed, and no other thread may use it meanwhile. A check moves its position, except that of a {@link FileChannel}.
 */
public final class ChannelSource implements Source {
    private final SeekableByteChannel channel;

    private ChannelSource(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Reads this channel, which stays open when the source is closed. */
    public static ChannelSource of(SeekableByteChannel channel) {
        return new ChannelSource(channel);
    }

    @Override
    public OptionalLong size() throws IOException {
        return OptionalLong.of(channel.size());
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        return channel instanceof FileChannel file
                ? file.read(into, offset)
                : channel.position(offset).read(into);
    }
}
