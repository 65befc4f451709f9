package io.mediapreflight.source;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Reads something at a distance by as few requests as a check of headers allows: in blocks, which grow where one follows the other,
 * are small where reads jump, and are kept; near the end the last block, since headers there are looked for backwards; and the
 * headers of all fragments of a video together, where an index says where they are. Requests and bytes are bounded.
 *
 * <p>Not safe for use by several threads at once. Closing it closes nothing.
 */
public final class ReadAheadSource implements Source {
    /** What a first request should read: the headers of most files. */
    public static final int HEAD = 64 << 10;

    private static final int MAX_BLOCK = 1 << 20;

    /** Of a place far from the others: the header of a box or a fragment. */
    private static final int FAR_BLOCK = 16 << 10;

    /** A fragment of a second has some 2 KiB of headers. */
    private static final int MAX_FRAGMENT_BLOCK = 8 << 10;

    private static final int ALL_FRAGMENTS = 256 << 10;

    /** A file with a fragment for each second up to the limit needs half of them, where nothing says where they are. */
    private static final int MAX_REQUESTS = 64;

    private static final long MAX_BYTES = 32L << 20;

    private final OptionalLong size;
    private final Ranges ranges;
    private final Blocks blocks = new Blocks();
    private int requests;
    private long lastEnd;
    private int growing = HEAD;
    private boolean indexAsked;

    private ReadAheadSource(OptionalLong size, Ranges ranges) {
        this.size = size;
        this.ranges = ranges;
    }

    /** Reads parts of one state of something: what is of another state is an {@link IOException}. */
    public interface Ranges {
        /** The bytes from one place to another, both included, or as many of them as come at once; empty behind the end. */
        byte[] read(long first, long last) throws IOException;

        /**
         * Several parts by one request. Unless overridden there are none, and each is read by itself.
         *
         * @param starts where they begin, in ascending order
         * @param length of each
         * @return by where they begin; empty where that is not possible
         */
        default Map<Long, byte[]> readAll(List<Long> starts, int length) throws IOException {
            return Map.of();
        }
    }

    /**
     * Nothing is read yet.
     *
     * @param size in bytes; empty where it is not known
     */
    public static ReadAheadSource of(OptionalLong size, Ranges ranges) {
        return new ReadAheadSource(size, ranges);
    }

    /**
     * Something of which the beginning was read already, by the request that opened it.
     *
     * @param size in bytes; empty where it is not known
     */
    public static ReadAheadSource of(OptionalLong size, Ranges ranges, byte[] head) {
        ReadAheadSource source = new ReadAheadSource(size, ranges);
        source.keep(0, head);
        return source;
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    /** How many bytes were read. */
    public long received() {
        return blocks.bytes();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (size.isPresent() && offset >= size.getAsLong()) {
            return -1;
        }
        if (!blocks.holds(offset)) {
            load(offset);
        }
        return blocks.holds(offset) ? blocks.copy(offset, into) : -1;
    }

    private void load(long offset) throws IOException {
        if (!indexAsked && offset > HEAD && size.isPresent() && FragmentIndex.isFragmented(blocks)) {
            indexAsked = true;
            readFragments(size.getAsLong());
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
        byte[] block = ranges.read(first, last);
        if (block.length > 0) {
            keep(first, block);
        }
    }

    private void countRequest() throws IOException {
        requests++;
        if (requests > MAX_REQUESTS || blocks.bytes() > MAX_BYTES) {
            throw new BytesUnavailableException(
                    Phrase.of("source:requests").with("count", requests - 1).toString());
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
    private void readFragments(long fileSize) throws IOException {
        Optional<List<Long>> index = FragmentIndex.inFront(blocks);
        if (index.isEmpty()) {
            long first = Math.max(0, fileSize - HEAD);
            if (!blocks.holds(fileSize - 1)) {
                countRequest();
                keep(first, ranges.read(first, fileSize - 1));
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
        for (Map.Entry<Long, byte[]> part : ranges.readAll(missing, length).entrySet()) {
            if (!blocks.holds(part.getKey())) {
                blocks.add(part.getKey(), part.getValue());
            }
        }
    }
}
