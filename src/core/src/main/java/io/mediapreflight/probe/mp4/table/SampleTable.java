package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.mp4.entry.AudioFormat;
import io.mediapreflight.probe.mp4.entry.SampleDescription;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code stbl} (ISO/IEC 14496-12 8.5.1), in one walk over its boxes. Its tables are what makes a {@code moov} large: one that
 * lies in the window is looked at there; of another the end is read, behind which the next one begins.
 */
public final class SampleTable {
    /** Entries of {@code stts} that are added up where the headers do not know the duration. 30 s of 240 frames have 7,200. */
    static final int MAX_TIMES = 65_536;

    public static final String CLAUSE = "ISO/IEC 14496-12 8.5.1";

    /** What is looked at of the end of a table of sizes: those of the samples of one chunk. */
    private static final int SIZES_TAIL = 2048;

    /** The same of any other table: its last entry. */
    private static final int ENTRY_TAIL = 12;

    private static final int SIZE = 4;

    /** Where every sample entry has the index of its data reference: behind {@code stsd}'s count and its own header. */
    private static final int FIRST_DATA_REFERENCE = 8 + 8 + 6;

    private final Window window;
    private final Box stbl;
    private final Box moov;
    private final boolean isVideo;
    private @Nullable SampleDescription visualDescription;
    private boolean hasDescription;
    private int dataReference = 1;
    private long descriptions;
    private AudioFormat audioFormat = AudioFormat.UNKNOWN;
    private @Nullable Table times;
    private @Nullable Table map;
    private @Nullable Table offsets;
    private @Nullable Table sizes;
    private @Nullable Table chunks;
    private Optional<CompositionTimes> compositionTimes = Optional.empty();
    private SampleTimes sampleTimes = SampleTimes.NONE;
    private @Nullable ChunkMap chunkMap;
    private long firstBytes = -1;
    private long lastBytes;
    private @Nullable ChunkOffsets chunkOffsets;
    private long end;
    private final List<Malformed> defects = new ArrayList<>(0);

    private SampleTable(Window window, Box stbl, Box moov, boolean isVideo) {
        this.window = window;
        this.stbl = stbl;
        this.moov = moov;
        this.isVideo = isVideo;
    }

    /**
     * Reads the table of one track.
     *
     * @param moov the box in the file that lists the samples: none of them lies in it
     */
    public static SampleTable read(Window window, Box stbl, Box moov, boolean isVideo)
            throws IOException, MalformedException {
        SampleTable table = new SampleTable(window, stbl, moov, isVideo);
        Boxes boxes = Boxes.in(window, stbl);
        while (boxes.next()) {
            table.meet(boxes);
        }
        if (table.lastBytes == 0) {
            table.addLastBytes(); // the sizes stood before the map
        }
        if (isVideo && table.map != null && table.sizes != null && table.chunks != null) {
            table.end = SampleEnds.furthest(window, table.map, table.sizes, table.chunks);
        }
        return table;
    }

    public Box stbl() {
        return stbl;
    }

    private void meet(Boxes boxes) throws IOException, MalformedException {
        int type = boxes.type();
        if (type == Box.STSD) {
            if (hasDescription) {
                throw new MalformedException(Malformed.broken(
                        MalformedCode.DUPLICATE_BOX,
                        boxes.box().start(),
                        Phrase.of("defects:track.duplicate").with("box", Box.name(Box.STSD)),
                        CLAUSE));
            }
            hasDescription = true;
            readDescription(boxes.box());
        } else if (type == Box.STTS && times == null) {
            times = table(boxes.box());
            sampleTimes = SampleTimes.read(window, times);
            readCompositionTimes();
        } else if (type == Box.STSC && map == null) {
            map = table(boxes.box());
            readMap(map);
        } else if ((type == Box.STSZ || type == Box.STZ2) && sizes == null) {
            sizes = table(boxes.box());
            firstBytes = sizes.firstSize(window);
            sizes.showEnd(window, SIZES_TAIL);
            addLastBytes();
        } else if ((type == Box.STCO || type == Box.CO64) && chunks == null) {
            chunks = table(boxes.box());
            readChunks(chunks);
        } else if (type == Box.CTTS) {
            offsets = table(boxes.box());
            readCompositionTimes();
        } else if (type == Box.STSS) {
            table(boxes.box());
        }
    }

    private Table table(Box box) throws IOException, MalformedException {
        Table table = Table.read(window, box);
        if (table.isDefective()) {
            defects.add(table.defect());
        }
        return table;
    }

    /** Once both tables were met, in whichever order. */
    private void readCompositionTimes() {
        if (isVideo && times != null && offsets != null) {
            compositionTimes = CompositionTimes.read(window, times, offsets);
        }
    }

    private void readMap(Table table) throws IOException, MalformedException {
        if (table.hasEntries()) {
            table.showEnd(window, ENTRY_TAIL);
            chunkMap = ChunkMap.read(window, table);
        }
    }

    private void readChunks(Table table) throws IOException, MalformedException {
        if (table.hasEntries()) {
            chunkOffsets = ChunkOffsets.read(window, table, moov);
        }
    }

    /** Adds up the sizes of the samples of the last chunk as far as they are in the window: so many bytes it has at least. */
    private void addLastBytes() throws IOException, MalformedException {
        if (chunkMap == null || sizes == null || !sizes.hasEntries()) {
            return;
        }
        long samples = chunkMap.samplesOfLastChunk(sizes.count());
        if (sizes.size() > 0) {
            lastBytes = Math.multiplyExact(sizes.size(), samples);
        } else if (sizes.width() == SIZE) {
            long from = sizes.count() - Math.min(samples, Window.CAPACITY / SIZE);
            for (long i = from; i < sizes.count(); i++) {
                lastBytes += window.holds(sizes.at(i), SIZE) ? window.u32(sizes.at(i)) : 0;
            }
        }
    }

    private void readDescription(Box stsd) throws IOException, MalformedException {
        descriptions = window.u32(stsd.field(4, 4));
        if (isVideo && visualDescription == null) {
            visualDescription = SampleDescription.read(window, stsd);
            dataReference = visualDescription.dataReference();
        } else if (!isVideo) {
            countDescriptions(stsd);
            if (stsd.end() - stsd.body() >= FIRST_DATA_REFERENCE + 2) {
                dataReference = window.u16(stsd.body() + FIRST_DATA_REFERENCE);
                audioFormat = AudioFormat.read(window, stsd);
            }
        }
    }

    /** Whether a track other than a video has the descriptions that it claims: it is left out, or the file with it. */
    private void countDescriptions(Box stsd) throws IOException, MalformedException {
        Boxes entries = new Boxes(window, stsd.field(8, 0), stsd.end());
        long met = 0;
        while (met < descriptions && met < SampleDescription.MAX_ENTRIES && entries.next()) {
            // A size of 0, "to the end of the file", is for boxes at the top of the file (4.2).
            met += window.u32(entries.box().start()) == 0 ? 0 : 1;
        }
        if (met == 0 || met < descriptions) {
            defects.add(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    stsd.start(),
                    Phrase.of("defects:table.descriptions-short")
                            .with("claimed", descriptions)
                            .with("found", met),
                    "ISO/IEC 14496-12 8.5.2"));
        }
    }

    /** What describes the samples of a video track. */
    public SampleDescription visualDescription() throws MalformedException {
        if (visualDescription == null) {
            throw lacks(Box.STSD);
        }
        return visualDescription;
    }

    /** How many entries {@code stsd} claims. */
    public long descriptions() {
        return descriptions;
    }

    /** What describes the samples of an audio track. */
    public AudioFormat audioFormat() {
        return audioFormat;
    }

    /** Which entry of {@code dref} says where the samples of the first description lie, from 1 on. */
    public int dataReference() {
        return dataReference;
    }

    /** How long the samples last. */
    public SampleTimes times() {
        return sampleTimes;
    }

    /** When the samples are presented, where that was seen and reordering does not explain it. */
    public Optional<CompositionTimes> compositionTimes() {
        return compositionTimes;
    }

    /** The sum of all sample durations, in ticks, however long the table is; 0 where there is no sample. */
    public long totalTicks() throws IOException, MalformedException {
        if (times == null) {
            throw lacks(Box.STTS);
        }
        if (sampleTimes.total().isPresent()) {
            return sampleTimes.total().getAsLong();
        }
        if (times.count() > MAX_TIMES) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    times.box().start(),
                    Phrase.of("defects:table.too-many-times").with("count", times.count()),
                    "bound MAX_TIMES"));
        }
        return SampleTimes.sum(window, times, sampleTimes.first()).total().orElseThrow();
    }

    /** Whether the table, as in the {@code moov} of a fragmented file, has no sample. */
    public boolean hasNoSample() {
        return times == null || times.isEmpty();
    }

    /** How many samples there are. */
    public long sampleCount() {
        return sizes == null ? 0 : sizes.count();
    }

    /** How many bytes the first sample has; negative where that was not seen. */
    public long firstBytes() {
        return firstBytes;
    }

    /** Where in the file the chunks begin; empty where there is none. */
    public Optional<ChunkOffsets> chunkOffsets() {
        return Optional.ofNullable(chunkOffsets);
    }

    /** Behind the last byte of the samples of a video track; 0 where that was not seen. */
    public long end() {
        return end;
    }

    /**
     * How many bytes the last chunk has at least.
     *
     * @param ofEqualSizes whether samples of equal sizes count: in QuickTime's audio a sample of such a table may stand for a
     *     part of a compressed packet
     */
    public long bytesOfLastChunk(boolean ofEqualSizes) {
        return sizes == null || (sizes.size() > 0 && !ofEqualSizes) ? 0 : lastBytes;
    }

    /** What is wrong with the tables, each by itself and one beside the other. */
    public List<Malformed> defects() {
        List<Malformed> all = new ArrayList<>(defects);
        Contradictions.addEmpty(all, times, map, sizes, chunks);
        if (!isVideo) {
            Contradictions.addMissing(all, stbl, missing(), times, map, sizes, chunks);
        }
        if (map != null && chunkMap != null && chunks != null && chunks.hasEntries() && sizes != null) {
            Contradictions.addRuns(all, map, chunkMap, sizes, chunks, descriptions);
            if (isVideo) {
                Contradictions.addSizes(all, sizes, firstBytes, sizes.hasZero());
                Contradictions.addCounts(all, sizes, sampleTimes);
            }
        }
        return all;
    }

    /** Which of the tables that it must have, beside {@code stsd} and {@code stts}, are not there. */
    public List<String> missing() {
        if (map != null && sizes != null && chunks != null) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        if (map == null) {
            missing.add(Box.name(Box.STSC));
        }
        if (sizes == null) {
            missing.add(Box.name(Box.STSZ));
        }
        if (chunks == null) {
            missing.add(Box.name(Box.STCO));
        }
        return missing;
    }

    private MalformedException lacks(int type) {
        return new MalformedException(Malformed.broken(
                MalformedCode.MISSING_BOX,
                stbl.start(),
                Phrase.of("defects:table.lacks").with("boxes", Box.name(type)),
                CLAUSE));
    }
}
