package io.mediapreflight.remote;

import io.mediapreflight.Served;
import io.mediapreflight.ServedSource;
import io.mediapreflight.source.ReadAheadSource;
import io.mediapreflight.source.TemporaryEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes behind a URL. The first request has read the head; what else is asked for is read ahead in blocks. All reads together have
 * one deadline. From a server that serves no ranges they come in order, up to the largest limit and one byte.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class HttpSource implements ServedSource {
    private final Served served;
    private final @Nullable ReadAheadSource ranges;
    private final @Nullable StreamedBody stream;
    private final Download download;
    private boolean closed;

    private HttpSource(
            Served served, @Nullable ReadAheadSource ranges, @Nullable StreamedBody stream, Download download) {
        this.served = served;
        this.ranges = ranges;
        this.stream = stream;
        this.download = download;
    }

    /** Of a server that serves ranges. */
    static HttpSource ofRanges(Served served, ReadAheadSource.Ranges ranges, byte[] head, Download download) {
        return new HttpSource(served, ReadAheadSource.of(served.size(), ranges, head), null, download);
    }

    /** Of one that does not. */
    static HttpSource ofStream(Served served, StreamedBody stream, Download download) {
        return new HttpSource(served, null, stream, download);
    }

    @Override
    public Served served() {
        return served;
    }

    @Override
    public OptionalLong size() {
        return served.size();
    }

    @Override
    public long received() {
        if (stream != null) {
            return stream.received();
        }
        return ranges == null ? 0 : ranges.received();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (ranges != null) {
            return ranges.read(offset, into);
        }
        if (stream == null || (size().isPresent() && offset >= size().getAsLong())) {
            return -1;
        }
        return stream.read(offset, into);
    }

    @Override
    public Optional<TemporaryEntry> toFile() throws IOException {
        return download.toFile(served);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (stream != null) {
            stream.close();
        }
    }
}
