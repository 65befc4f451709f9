package io.mediapreflight.remote;

import io.mediapreflight.Served;
import io.mediapreflight.ServedSource;
import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bytes behind a URL. The first request has read the head; what else is asked for is read in blocks, which grow where one follows
 * the other, and kept. All reads together have one deadline. From a server that serves no ranges they come in order, up to the
 * largest limit and one byte.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class HttpSource implements ServedSource {
    /** What the first request reads: the headers of most files. */
    static final int HEAD = 64 << 10;

    private static final int MAX_BLOCK = 1 << 20;

    /** Of a place far from the others: the header of a box or a fragment. */
    private static final int FAR_BLOCK = 16 << 10;

    /** A fragment of a second has some 2 KiB of headers. */
    private static final int MAX_FRAGMENT_BLOCK = 8 << 10;

    private static final int ALL_FRAGMENTS = 256 << 10;

    /** A file with a fragment for each second up to the limit needs half of them, where nothing says where they are. */
    private static final int MAX_REQUESTS = 64;

    private static final long MAX_BYTES = 32L << 20;

    private final Served served;
    private final Deadline deadline;
    private final Blocks blocks = new Blocks();
    private final @Nullable Ranges ranges;
    private final @Nullable StreamedBody stream;
    private final Download download;
    private int requests;
    private long lastEnd;
    private int growing = HEAD;
    private boolean indexAsked;
    private boolean closed;
    private OptionalLong size;

    private HttpSource(
            Served served,
            Deadline deadline,
            @Nullable Ranges ranges,
            @Nullable StreamedBody stream,
            Download download) {
        this.served = served;
        this.deadline = deadline;
        this.ranges = ranges;
        this.stream = stream;
        this.download = download;
        this.size = served.size();
    }

    /** Of a server that serves ranges. */
    static HttpSource ofRanges(Served served, Deadline deadline, Ranges ranges, byte[] head, Download download) {
        HttpSource source = new HttpSource(served, deadline, ranges, null, download);
        source.keep(0, head);
        return source;
    }

    /** Of one that does not. */
    static HttpSource ofStream(Served served, Deadline deadline, StreamedBody stream, Download download) {
        return new HttpSource(served, deadline, null, stream, download);
    }

    @Override
    public Served served() {
        return served;
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public long received() {
        return stream != null ? stream.received() : blocks.bytes();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (size.isPresent() && offset >= size.getAsLong()) {
            return -1;
        }
        if (stream != null) {
            return stream.read(offset, into);
        }
        if (!blocks.holds(offset)) {
            load(offset, ranges);
        }
        return blocks.holds(offset) ? blocks.copy(offset, into) : -1;
    }

    private void load(long offset, @Nullable Ranges from) throws IOException {
        if (from == null) {
            return;
        }
        if (!indexAsked && offset > HEAD && size.isPresent() && FragmentIndex.isFragmented(blocks)) {
            indexAsked = true;
            readFragments(from, size.getAsLong());
            if (blocks.holds(offset)) {
                return;
            }
        }
        countRequest();
        long first = start(offset);
        long last = Math.min(first + length(offset), blocks.next(offset)) - 1;
        if (size.isPresent()) {
            last = Math.min(last, size.getAsLong() - 1);
        }
        byte[] block = from.read(first, last, deadline);
        if (block.length > 0) {
            keep(first, block);
        }
    }

    private void countRequest() throws IOException {
        requests++;
        if (requests > MAX_REQUESTS || blocks.bytes() > MAX_BYTES) {
            throw new BytesUnavailableException(
                    Phrase.of("remote:requests").with("count", requests - 1).toString());
        }
    }

    private void keep(long start, byte[] block) {
        blocks.add(start, block);
        lastEnd = start + block.length;
    }

    /** Near the end the last block, since headers there are looked for backwards. */
    private long start(long offset) {
        boolean isLast = size.isPresent() && size.getAsLong() - offset <= HEAD;
        return isLast ? Math.max(0, size.getAsLong() - HEAD) : offset;
    }

    /** Twice as much each time it goes on close by; little where it is far away, and the last one was, too. */
    private int length(long offset) {
        boolean isClose = offset >= lastEnd && offset - lastEnd <= growing;
        if (isClose) {
            int length = growing;
            growing = Math.min(MAX_BLOCK, 2 * growing);
            return length;
        }
        growing = HEAD;
        return requests > 2 ? FAR_BLOCK : HEAD;
    }

    /** The headers of all fragments by one request, where an index says where they are: else each costs one. */
    private void readFragments(Ranges from, long fileSize) throws IOException {
        Optional<List<Long>> index = FragmentIndex.inFront(blocks);
        if (index.isEmpty()) {
            long first = Math.max(0, fileSize - HEAD);
            if (!blocks.holds(fileSize - 1)) {
                countRequest();
                keep(first, from.read(first, fileSize - 1, deadline));
            }
            index = FragmentIndex.atEnd(blocks, fileSize);
        }
        List<Long> missing = index.orElse(List.of()).stream()
                .filter(place -> place > 0 && place < fileSize && !blocks.holds(place))
                .limit(FragmentIndex.MAX_FRAGMENTS)
                .collect(Collectors.toList());
        if (missing.size() < 2) {
            return;
        }
        countRequest();
        int length = Math.min(MAX_FRAGMENT_BLOCK, ALL_FRAGMENTS / missing.size());
        for (Map.Entry<Long, byte[]> part :
                from.readAll(missing, length, deadline).entrySet()) {
            if (!blocks.holds(part.getKey())) {
                blocks.add(part.getKey(), part.getValue());
            }
        }
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
