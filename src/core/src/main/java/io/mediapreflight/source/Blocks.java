package io.mediapreflight.source;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** What was read of a file, by where it begins. A check reads 4 MiB of headers at most, so nothing needs to be forgotten before the end. */
final class Blocks {
    private final TreeMap<Long, byte[]> kept = new TreeMap<>();
    private long bytes;

    void add(long start, byte[] block) {
        byte[] before = kept.put(start, block);
        bytes += block.length - (before == null ? 0 : before.length);
    }

    long bytes() {
        return bytes;
    }

    boolean holds(long offset) {
        return length(offset) > 0;
    }

    /** How many bytes there are from here on in one block. */
    int length(long offset) {
        Map.Entry<Long, byte[]> block = kept.floorEntry(offset);
        return block == null ? 0 : (int) Math.max(0, block.getKey() + block.getValue().length - offset);
    }

    /** Where the next block behind this place begins; {@link Long#MAX_VALUE} where there is none. */
    long next(long offset) {
        Long next = kept.higherKey(offset);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** Copies what is there; the first byte is. */
    int copy(long offset, ByteBuffer into) {
        Map.Entry<Long, byte[]> block = kept.floorEntry(offset);
        int from = (int) (offset - block.getKey());
        int length = Math.min(into.remaining(), block.getValue().length - from);
        into.put(block.getValue(), from, length);
        return length;
    }

    /** A view of what is there from this place on, big-endian; empty where nothing is. */
    ByteBuffer view(long offset) {
        Map.Entry<Long, byte[]> block = kept.floorEntry(offset);
        if (block == null || !holds(offset)) {
            return ByteBuffer.allocate(0);
        }
        int from = (int) (offset - block.getKey());
        return ByteBuffer.wrap(block.getValue(), from, block.getValue().length - from)
                .slice();
    }
}
