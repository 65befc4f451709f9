package io.mediapreflight.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads another source in blocks and keeps the last few of them, for sources where each read costs a round trip. A check of most files
 * then needs one read, or a second one at the end of the file, in place of two to four.
 *
 * <p>Not safe for use by several threads at once. Closing it closes the other source.
 */
public final class BlockSource implements Source {
    /** The usual size of a block: what most headers need, and no more than a network sends in a few packets. */
    public static final int BLOCK = 64 << 10;

    private static final int MAX_BLOCK = 16 << 20;

    /** The beginning, the end, the index and its tables: no file is looked at in more places at a time. */
    private static final int MAX_KEPT = 4;

    private final Source source;
    private final int blockBytes;
    private final List<Block> kept = new ArrayList<>(MAX_KEPT);

    private BlockSource(Source source, int blockBytes) {
        this.source = source;
        this.blockBytes = blockBytes;
    }

    /** Reads in blocks of {@link #BLOCK} bytes. */
    public static BlockSource of(Source source) {
        return of(source, BLOCK);
    }

    /**
     * Reads in blocks of so many bytes.
     *
     * @param blockBytes 1 to 16 MiB; up to four blocks are held in memory
     */
    public static BlockSource of(Source source, int blockBytes) {
        if (blockBytes < 1 || blockBytes > MAX_BLOCK) {
            throw new IllegalArgumentException("blocks of " + blockBytes + " bytes; they have 1 to " + MAX_BLOCK);
        }
        return new BlockSource(source, blockBytes);
    }

    @Override
    public OptionalLong size() throws IOException {
        return source.size();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        Block block = kept(offset);
        if (block == null) {
            block = load(offset);
        }
        return block.holds(offset) ? block.copy(offset, into) : -1;
    }

    private @Nullable Block kept(long offset) {
        for (Block block : kept) {
            if (block.holds(offset)) {
                return block;
            }
        }
        return null;
    }

    /** Reads a block from here on; near the end the last one, since headers there are looked for backwards. */
    private Block load(long offset) throws IOException {
        OptionalLong size = source.size();
        boolean isLast = size.isPresent() && offset < size.getAsLong() && size.getAsLong() - offset <= blockBytes;
        long start = isLast ? Math.max(0, size.getAsLong() - blockBytes) : offset;
        int length = isLast ? (int) Math.min(blockBytes, size.getAsLong()) : blockBytes;
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int read = readOn(start, bytes, offset);
            if (read < 0) {
                break;
            }
        }
        Block block = new Block(start, bytes.flip());
        if (kept.size() == MAX_KEPT) {
            kept.remove(0);
        }
        kept.add(block);
        return block;
    }

    /** What cannot be read is an error only where it was asked for. */
    private int readOn(long start, ByteBuffer bytes, long wanted) throws IOException {
        long at = start + bytes.position();
        try {
            return GuardedSource.of(source).read(at, bytes);
        } catch (BytesUnavailableException e) {
            if (at > wanted) {
                return -1;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private record Block(long start, ByteBuffer bytes) {
        boolean holds(long offset) {
            return offset >= start && offset - start < bytes.limit();
        }

        int copy(long offset, ByteBuffer into) {
            int from = (int) (offset - start);
            int length = Math.min(into.remaining(), bytes.limit() - from);
            into.put(into.position(), bytes, from, length).position(into.position() + length);
            return length;
        }
    }
}
