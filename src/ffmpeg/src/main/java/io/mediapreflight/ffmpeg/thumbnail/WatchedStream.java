package io.mediapreflight.ffmpeg.thumbnail;

import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * An open file as JavaCV's grabber reads it: no name reaches FFmpeg that it could take for a protocol, and each read asks whether the
 * work may go on. A mark is always the beginning of the file, which is where the grabber sets its own.
 */
final class WatchedStream extends InputStream {
    private static final int BYTE = 0xFF;

    private final FileSource source;
    private final Watch watch;
    private final long size;
    private final byte[] one = new byte[1];
    private long position;

    /** @param source is left open */
    WatchedStream(FileSource source, Watch watch) {
        this.source = source;
        this.watch = watch;
        this.size = source.size().orElse(0);
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & BYTE;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            watch.check();
        } catch (StoppedException e) {
            throw new IOException(e.why(), e);
        }
        int read = source.read(position, ByteBuffer.wrap(into, from, length));
        if (read > 0) {
            position += read;
            watch.read(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) {
        long skipped = Math.max(0, Math.min(bytes, size - position));
        position += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void reset() {
        position = 0;
    }
}
