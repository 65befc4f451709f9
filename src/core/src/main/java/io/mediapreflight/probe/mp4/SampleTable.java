package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
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
            Box box = boxes.box();
            if (box.type() == Box.STCO || box.type() == Box.CO64) {
                int width = box.type() == Box.CO64 ? 8 : 4;
                long count = Math.min(count(box), (box.end() - box.body() - TABLE_HEADER) / width);
                if (count <= 0) {
                    return OptionalLong.empty();
                }
                long at = box.body() + TABLE_HEADER + (count - 1) * width;
                return OptionalLong.of(width == 8 ? window.i64(at) : window.u32(at));
            }
        }
        return OptionalLong.empty();
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
