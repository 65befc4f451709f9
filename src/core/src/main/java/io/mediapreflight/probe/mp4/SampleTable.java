package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code stbl} (ISO/IEC 14496-12 8.5.1), looked into only where the headers do not say what is needed: its tables are
 * what makes a {@code moov} large.
 */
record SampleTable(Window window, Box stbl) {
    /** Entries of {@code stts} that are added up. A constant frame rate needs one; 30 s of 240 frames, each its own, 7,200. */
    static final int MAX_TIMES = 65_536;

    private static final int TABLE_HEADER = 8;
    private static final int TIME_ENTRY = 8;

    /** The sum of all sample durations, in ticks; 0 where there is no sample. */
    long totalTicks() throws IOException, MalformedException {
        Box stts = find(Box.STTS);
        long count = count(stts);
        if (count > MAX_TIMES) {
            throw new MalformedException(
                    Malformed.undecided(stts.start(), "'stts' has " + count + " entries", "bound MAX_TIMES"));
        }
        long ticks = 0;
        for (int i = 0; i < count; i++) {
            long entry = stts.field(TABLE_HEADER + i * TIME_ENTRY, TIME_ENTRY);
            ticks = Math.addExact(ticks, Math.multiplyExact(window.u32(entry), window.u32(entry + 4)));
        }
        return ticks;
    }

    /** Whether the table, as in the {@code moov} of a fragmented file, has no sample. */
    boolean hasNoSample() throws IOException, MalformedException {
        return count(find(Box.STTS)) == 0;
    }

    /** How long the first sample lasts, in ticks; 0 where there is none. */
    long firstSampleTicks() throws IOException, MalformedException {
        Box stts = find(Box.STTS);
        return count(stts) == 0 ? 0 : window.u32(stts.field(TABLE_HEADER, TIME_ENTRY) + 4);
    }

    /** How many samples there are. */
    long sampleCount() throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, stbl);
        while (boxes.next()) {
            if (boxes.type() == Box.STSZ || boxes.type() == Box.STZ2) {
                return window.u32(boxes.box().field(8, 4));
            }
        }
        return 0;
    }

    /** Where in the file the last chunk begins; empty where there is no chunk. */
    OptionalLong lastChunkOffset() throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, stbl);
        while (boxes.next()) {
            if (boxes.type() == Box.STCO || boxes.type() == Box.CO64) {
                long at = lastEntry(boxes.box());
                return at == 0 ? OptionalLong.empty() : OptionalLong.of(chunkOffset(boxes.type(), at));
            }
        }
        return OptionalLong.empty();
    }

    /** What the tables say as far as they lie in the window: they may be large, and more is not worth a read. */
    Glimpse glimpse() throws IOException, MalformedException {
        boolean map = false;
        boolean sizes = false;
        boolean chunks = false;
        OptionalLong lastChunk = OptionalLong.empty();
        Boxes boxes = Boxes.in(window, stbl);
        while (boxes.nextIsInWindow()) {
            if (!boxes.next()) {
                return new Glimpse(hasNoSample(), missing(map, sizes, chunks), lastChunk);
            }
            map |= boxes.type() == Box.STSC;
            sizes |= boxes.type() == Box.STSZ || boxes.type() == Box.STZ2;
            if (boxes.type() == Box.STCO || boxes.type() == Box.CO64) {
                chunks = true;
                lastChunk = lastChunkInWindow(boxes.box());
            }
        }
        return new Glimpse(hasNoSample(), List.of(), lastChunk);
    }

    private OptionalLong lastChunkInWindow(Box table) throws IOException, MalformedException {
        if (!window.holds(table.body(), TABLE_HEADER)) {
            return OptionalLong.empty();
        }
        long at = lastEntry(table);
        return at > 0 && window.holds(at, 8) ? OptionalLong.of(chunkOffset(table.type(), at)) : OptionalLong.empty();
    }

    private static List<String> missing(boolean map, boolean sizes, boolean chunks) {
        if (map && sizes && chunks) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        if (!map) {
            missing.add(Box.name(Box.STSC));
        }
        if (!sizes) {
            missing.add(Box.name(Box.STSZ));
        }
        if (!chunks) {
            missing.add(Box.name(Box.STCO));
        }
        return missing;
    }

    /**
     * What was seen of a sample table.
     *
     * @param noSample whether it describes no sample
     * @param missing which of the tables that it must have are not there; empty where not all of it was seen
     * @param lastChunk where in the file the last chunk begins; empty where that was not seen
     */
    record Glimpse(boolean noSample, List<String> missing, OptionalLong lastChunk) {}

    /** Where the last entry of a table of chunk offsets stands; 0 where it has none. */
    private long lastEntry(Box table) throws IOException, MalformedException {
        int width = table.type() == Box.CO64 ? 8 : 4;
        long count = Math.min(count(table), (table.end() - table.body() - TABLE_HEADER) / width);
        return count <= 0 ? 0 : table.body() + TABLE_HEADER + (count - 1) * width;
    }

    private long chunkOffset(int type, long at) throws IOException, MalformedException {
        return type == Box.CO64 ? window.i64(at) : window.u32(at);
    }

    private long count(Box table) throws IOException, MalformedException {
        return window.u32(table.field(4, 4));
    }

    private Box find(int type) throws IOException, MalformedException {
        Boxes boxes = Boxes.in(window, stbl);
        while (boxes.next()) {
            if (boxes.type() == type) {
                return boxes.box();
            }
        }
        throw new MalformedException(
                Malformed.broken(stbl.start(), "the sample table has no " + Box.name(type), "ISO/IEC 14496-12 8.5.1"));
    }
}
