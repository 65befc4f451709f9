package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one table of {@code stbl} says against another. */
public final class Contradictions {
    private static final String MAP_CLAUSE = "ISO/IEC 14496-12 8.7.4";

    private static final int SIZE = 4;

    private Contradictions() {}

    /** A table without entries beside one that has some. */
    static void addEmpty(List<Malformed> found, @Nullable Table... all) {
        @Nullable Table filled = null;
        for (Table table : all) {
            filled = filled == null && table != null && !table.isEmpty() ? table : filled;
        }
        for (Table table : all) {
            if (table != null && table.isEmpty() && filled != null) {
                found.add(Malformed.broken(
                        MalformedCode.CONTRADICTING_TABLES,
                        table.box().start(),
                        Phrase.of("defects:table.empty")
                                .with("box", Box.name(table.box().type()))
                                .with("other", Box.name(filled.box().type()))
                                .with("count", filled.count()),
                        SampleTable.CLAUSE));
            }
        }
    }

    /** Tables that are not there, while others have entries: players leave the track out, or refuse the file. */
    static void addMissing(List<Malformed> found, Box stbl, List<String> missing, @Nullable Table... all) {
        boolean isFilled = false;
        for (Table table : all) {
            isFilled |= table != null && !table.isEmpty();
        }
        if (isFilled && !missing.isEmpty()) {
            found.add(Malformed.tolerated(
                    MalformedCode.MISSING_BOX,
                    stbl.start(),
                    Phrase.of("defects:table.lacks").with("boxes", String.join(", ", missing)),
                    SampleTable.CLAUSE));
        }
    }

    /**
     * Runs of chunks that cannot be as they are. Players repair what they can: FFmpeg brings runs into order, and gives up
     * where that ends behind the last chunk.
     *
     * @param descriptions how many entries {@code stsd} claims
     */
    static void addRuns(List<Malformed> found, Table map, ChunkMap runs, Table sizes, Table chunks, long descriptions) {
        if (runs.isUnordered() || runs.lastRunStart() > chunks.count()) {
            found.add(tolerated(map, Phrase.of("defects:table.runs")));
        }
        if (runs.furthestDescription() > descriptions) {
            found.add(Malformed.broken(
                    MalformedCode.CONTRADICTING_TABLES,
                    map.box().start(),
                    Phrase.of("defects:table.description")
                            .with("number", runs.furthestDescription())
                            .with("count", descriptions),
                    MAP_CLAUSE));
        }
        if (!sizes.isEmpty() && !runs.holds(sizes.count(), chunks.count())) {
            found.add(tolerated(
                    sizes,
                    Phrase.of("defects:table.more-than-chunks")
                            .with("box", Box.name(sizes.box().type()))
                            .with("count", sizes.count())));
        }
    }

    /** A size that all samples have, in front of a table with the size of each: players take the first, and some frames are shorter. */
    static void addSizes(List<Malformed> found, Table sizes, long first, boolean isOneEmpty) {
        if (first == 0) {
            found.add(tolerated(sizes, Phrase.of("defects:table.first-empty")));
        } else if (isOneEmpty) {
            found.add(tolerated(sizes, Phrase.of("defects:table.sample-empty")));
        }
        boolean hasTable = sizes.box().end() - sizes.first() >= SIZE * sizes.count();
        if (sizes.size() > 0 && sizes.count() > 0 && hasTable) {
            found.add(tolerated(sizes, Phrase.of("defects:table.two-sizes").with("length", sizes.size())));
        }
    }

    /** As many samples have a time as have a size: of others players leave some out. */
    static void addCounts(List<Malformed> found, Table sizes, SampleTimes times) {
        long timed = times.samples().orElse(sizes.count());
        if (timed != sizes.count() && timed > 0) {
            found.add(tolerated(
                    sizes,
                    Phrase.of("defects:table.counts")
                            .with("box", Box.name(sizes.box().type()))
                            .with("count", sizes.count())
                            .with("timed", timed)));
        }
    }

    private static Malformed tolerated(Table table, Phrase what) {
        return Malformed.tolerated(
                MalformedCode.CONTRADICTING_TABLES, table.box().start(), what, MAP_CLAUSE);
    }
}
