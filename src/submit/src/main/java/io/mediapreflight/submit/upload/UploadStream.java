package io.mediapreflight.submit.upload;

import io.mediapreflight.LocalCopy;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The bytes of a source, one after the other. */
final class UploadStream extends InputStream {
    private final Source source;
    private final boolean isOurs;
    private long position;

    private UploadStream(Source source, boolean isOurs) {
        this.source = source;
        this.isOurs = isOurs;
    }

    static UploadStream open(LocalCopy copy) throws IOException {
        return copy.source().isPresent()
                ? new UploadStream(GuardedSource.of(copy.source().get()), false)
                : new UploadStream(FileSource.open(copy.file().orElseThrow()), true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int read = source.read(position, ByteBuffer.wrap(into, offset, length));
        position += Math.max(0, read);
        return read;
    }

    /** A caller's source stays open. */
    @Override
    public void close() throws IOException {
        if (isOurs) {
            source.close();
        }
    }
}
