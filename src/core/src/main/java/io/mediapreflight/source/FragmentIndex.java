package io.mediapreflight.source;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the fragments of a fragmented MP4 begin, as an index in the file says: {@code sidx} in front or {@code mfra} at the end. Only a
 * hint of what to read together; what it says wrongly costs a read.
 */
final class FragmentIndex {
    /** What one request asks for: servers take 200 ranges, and 100 s of fragments of a second are longer than any limit. */
    static final int MAX_FRAGMENTS = 100;

    private static final int FTYP = 0x66747970;
    private static final int STYP = 0x73747970;
    private static final int MOOV = 0x6D6F6F76;
    private static final int MOOF = 0x6D6F6F66;
    private static final int FREE = 0x66726565;
    private static final int SIDX = 0x73696478;
    private static final int MFRO = 0x6D66726F;
    private static final int MFRA = 0x6D667261;
    private static final int TFRA = 0x74667261;
    private static final List<Integer> IN_FRONT = List.of(FTYP, STYP, MOOV, FREE);

    private static final int HEADER = 8;
    private static final int MFRO_SIZE = 16;
    private static final int TFRA_HEADER = 24;
    private static final int MAX_BOXES = 16;

    private FragmentIndex() {}

    /** The first box at the top that is neither ftyp, moov nor free. */
    private static long behindMovie(Blocks blocks) {
        long at = 0;
        for (int i = 0; i < MAX_BOXES && blocks.length(at) >= HEADER; i++) {
            ByteBuffer box = blocks.view(at);
            long size = Integer.toUnsignedLong(box.getInt(0));
            if (!IN_FRONT.contains(box.getInt(4)) || size < HEADER) {
                return at;
            }
            at += size;
        }
        return at;
    }

    /** Whether the file goes on in fragments behind its movie, as far as it was read. */
    static boolean isFragmented(Blocks blocks) {
        ByteBuffer box = blocks.view(behindMovie(blocks));
        return box.remaining() >= HEADER && (box.getInt(4) == MOOF || box.getInt(4) == SIDX);
    }

    /** By a {@code sidx} in front (ISO/IEC 14496-12 8.16.3); empty where there is none that is read completely. */
    static Optional<List<Long>> inFront(Blocks blocks) {
        long at = behindMovie(blocks);
        ByteBuffer box = blocks.view(at);
        if (box.remaining() < HEADER + 24 || box.getInt(4) != SIDX) {
            return Optional.empty();
        }
        long size = Integer.toUnsignedLong(box.getInt(0));
        boolean isLong = box.get(8) != 0;
        int field = isLong ? 36 : 28;
        if (box.remaining() < field + 4 || size > box.remaining()) {
            return Optional.empty();
        }
        long place = at + size + (isLong ? box.getLong(28) : Integer.toUnsignedLong(box.getInt(24)));
        int count = Short.toUnsignedInt(box.getShort(field + 2));
        TreeSet<Long> places = new TreeSet<>();
        for (int i = 0; i < count && field + 4 + 12 * (i + 1) <= size; i++) {
            places.add(place);
            place += box.getInt(field + 4 + 12 * i) & 0x7FFF_FFFF;
        }
        return Optional.of(List.copyOf(places));
    }

    /** By an {@code mfra} at the end (ISO/IEC 14496-12 8.8.9 to 8.8.11); empty where there is none that is read completely. */
    static Optional<List<Long>> atEnd(Blocks blocks, long fileSize) {
        ByteBuffer mfro = blocks.view(fileSize - MFRO_SIZE);
        if (mfro.remaining() < MFRO_SIZE || mfro.getInt(4) != MFRO) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(mfro.getInt(12));
        ByteBuffer mfra = blocks.view(fileSize - length);
        if (length < MFRO_SIZE || mfra.remaining() < length || mfra.getInt(4) != MFRA) {
            return Optional.empty();
        }
        TreeSet<Long> places = new TreeSet<>();
        int at = HEADER;
        while (at + HEADER <= length) {
            long size = Integer.toUnsignedLong(mfra.getInt(at));
            if (size < HEADER || at + size > length) {
                break;
            }
            if (mfra.getInt(at + 4) == TFRA && size >= TFRA_HEADER) {
                addEntries(mfra.slice(at, (int) size), places);
            }
            at += (int) size;
        }
        return Optional.of(List.copyOf(places));
    }

    private static void addEntries(ByteBuffer tfra, Set<Long> places) {
        boolean isLong = tfra.get(8) != 0;
        int lengths = tfra.getInt(16);
        int entry = (isLong ? 16 : 8) + 3 + (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3);
        long count = Integer.toUnsignedLong(tfra.getInt(20));
        for (long i = 0; i < count && TFRA_HEADER + (i + 1) * entry <= tfra.limit(); i++) {
            int at = (int) (TFRA_HEADER + i * entry);
            places.add(isLong ? tfra.getLong(at + 8) : Integer.toUnsignedLong(tfra.getInt(at + 4)));
        }
    }
}
