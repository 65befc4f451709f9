package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code stbl} (ISO/IEC 14496-12 8.5.1), looked into only where the headers do not say what is needed: its tables are
 * what makes a {@code moov} large.
 */
final class SampleTable {
    /** Entries of {@code stts} that are added up. A constant frame rate needs one; 30 s of 240 frames, each its own, 7,200. */
    static final int MAX_TIMES = 65_536;

    private static final int TABLE_HEADER = 8;
    private static final int TIME_ENTRY = 8;

    private final Window window;
    private final Box stbl;
    private final Boxes boxes;

    /** The boxes met so far: each is asked for several times, and none is walked over twice. */
    private final List<Box> known = new ArrayList<>(10);

    private boolean allKnown;

    SampleTable(Window window, Box stbl) {
        this.window = window;
        this.stbl = stbl;
        this.boxes = Boxes.in(window, stbl);
    }

    Box stbl() {
        return stbl;
    }

    /** The sum of all sample durations, in ticks; 0 where there is no sample. */
    long totalTicks() throws IOException, MalformedException {
        Box stts = required(Box.STTS);
        long count = count(stts);
        if (count > MAX_TIMES) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED, stts.start(), "'stts' has " + count + " entries", "bound MAX_TIMES"));
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
        return count(required(Box.STTS)) == 0;
    }

    /** How long the first sample lasts, in ticks; 0 where there is none. */
    long firstSampleTicks() throws IOException, MalformedException {
        Box stts = required(Box.STTS);
        return count(stts) == 0 ? 0 : window.u32(stts.field(TABLE_HEADER, TIME_ENTRY) + 4);
    }

    /** How many samples there are. */
    long sampleCount() throws IOException, MalformedException {
        Optional<Box> sizes = find(Box.STSZ, Box.STZ2);
        return sizes.isEmpty() ? 0 : window.u32(sizes.get().field(8, 4));
    }

    /** Where in the file the last chunk begins; empty where there is no chunk. */
    OptionalLong lastChunkOffset() throws IOException, MalformedException {
        Optional<Box> chunks = find(Box.STCO, Box.CO64);
        long at = chunks.isEmpty() ? 0 : lastEntry(chunks.get());
        return chunks.isEmpty() || at == 0
                ? OptionalLong.empty()
                : OptionalLong.of(chunkOffset(chunks.get().type(), at));
    }

    /** What the tables say as far as they lie in the window: they may be large, and more is not worth a read. */
    Glimpse glimpse() throws IOException, MalformedException {
        boolean goesOn = true;
        while (goesOn && boxes.nextIsInWindow()) {
            goesOn = meetNext();
        }
        boolean map = false;
        boolean sizes = false;
        boolean chunks = false;
        OptionalLong lastChunk = OptionalLong.empty();
        for (Box box : known) {
            map |= box.type() == Box.STSC;
            sizes |= box.type() == Box.STSZ || box.type() == Box.STZ2;
            if (box.type() == Box.STCO || box.type() == Box.CO64) {
                chunks = true;
                lastChunk = lastChunkInWindow(box);
            }
        }
        return new Glimpse(hasNoSample(), allKnown ? missing(map, sizes, chunks) : List.of(), lastChunk);
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

    /** A box that every sample table has. */
    Box required(int type) throws IOException, MalformedException {
        Optional<Box> found = find(type, type);
        if (found.isEmpty()) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.MISSING_BOX,
                    stbl.start(),
                    "the sample table has no " + Box.name(type),
                    "ISO/IEC 14496-12 8.5.1"));
        }
        return found.get();
    }

    /** The first box of either type. */
    private Optional<Box> find(int type, int or) throws IOException, MalformedException {
        for (int i = 0; i < known.size() || meetNext(); i++) {
            Box box = known.get(i);
            if (box.type() == type || box.type() == or) {
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }

    private boolean meetNext() throws IOException, MalformedException {
        if (!allKnown && boxes.next()) {
            known.add(boxes.box());
        } else {
            allKnown = true;
        }
        return !allKnown;
    }
}
