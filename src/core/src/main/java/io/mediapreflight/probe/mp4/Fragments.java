package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up how long the samples of the movie fragments last ({@code moof}, ISO/IEC 14496-12 8.8.4). All fragments are
 * read where that can be done: the indexes, {@code sidx} and {@code mfra}, speak of one track each, and a sound track
 * that runs longer than the picture would go unseen.
 */
final class Fragments {
    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int DESCRIPTION_INDEX = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int BASE_IS_MOOF = 0x2_0000;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_SAMPLE_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_SIZE = 0x200;
    private static final int COMPOSITION_OFFSET = 0x800;
    private static final int SAMPLE_FIELDS = 0xF00;

    private static final String RUN_CLAUSE = "ISO/IEC 14496-12 8.8.8";
    private static final String HEADER_CLAUSE = "ISO/IEC 14496-12 8.8.7";

    private final Window window;
    private final Optional<Movie> movie;
    private final Map<Long, Total> totals = new HashMap<>(2);
    private final FragmentData data = new FragmentData();
    private final List<Malformed> defects = new ArrayList<>(0);
    private long samples;

    /** @param movie the {@code moov} that they belong to; empty where there is none */
    Fragments(Window window, Optional<Movie> movie) {
        this.window = window;
        this.movie = movie;
    }

    /** What the fragments of one track come to, in ticks of its media. */
    static final class Total {
        private long ticks;
        private long decoded;
        private long lastStart;
        private long start = Long.MAX_VALUE;
        private long end;

        private void startAt(long tick) {
            lastStart = tick;
            decoded = Math.max(decoded, tick);
        }

        /** A sample is presented after it is decoded, by its composition offset. */
        private void add(long duration, long compositionOffset) {
            ticks = Math.addExact(ticks, duration);
            start = Math.min(start, Math.max(0, Math.addExact(decoded, compositionOffset)));
            decoded = Math.addExact(decoded, duration);
            end = Math.max(end, Math.addExact(decoded, compositionOffset));
        }

        /** The samples' durations added up. */
        long ticks() {
            return ticks;
        }

        /** Where the presentation of the first sample begins on the track's clock. */
        long start() {
            return start;
        }

        /** Where the presentation of the last sample ends on the track's clock. */
        long end() {
            return end;
        }
    }

    Total of(long trackId) {
        return totals.getOrDefault(trackId, new Total());
    }

    /** What is wrong with one that can be read nevertheless. */
    List<Malformed> defects() {
        return defects;
    }

    /**
     * Whether the file has all of their samples.
     *
     * @param before what is known of the file without them
     */
    Completeness judge(Completeness before) throws IOException {
        return data.judge(window, before);
    }

    /** Whether it has samples, which lie in an {@code mdat}. */
    boolean readMoof(Box moof) throws IOException, MalformedException {
        long before = samples;
        data.startFragment(moof);
        Boxes boxes = Boxes.in(window, moof);
        while (boxes.next()) {
            if (boxes.type() == Box.TRAF) {
                readTraf(boxes.box());
            }
        }
        return samples > before;
    }

    private void readTraf(Box traf) throws IOException, MalformedException {
        Total total = new Total();
        Optional<SampleDefaults> header = Optional.empty();
        Boxes boxes = Boxes.in(window, traf);
        while (boxes.next()) {
            Box box = boxes.box();
            if (box.type() == Box.TFHD) {
                long trackId = window.u32(box.field(4, 4));
                total = totals.computeIfAbsent(trackId, id -> new Total());
                header = Optional.of(readTfhd(box, trackId));
            } else if (box.type() == Box.TFDT) {
                boolean isLong = window.u8(box.field(0, 4)) == 1;
                long at = box.field(4, isLong ? 8 : 4);
                startAt(box, isLong ? window.i64(at) : window.u32(at), total);
            } else if (box.type() == Box.TRUN) {
                readTrun(box, header.orElseThrow(() -> broken(box, "no 'tfhd' stands before 'trun'")), total);
            }
        }
    }

    /** Players look fragments up by their times, and do not find those that are out of order. */
    private void startAt(Box tfdt, long tick, Total total) {
        if (tick < total.lastStart) {
            defects.add(Malformed.tolerated(
                    MalformedCode.CONTRADICTING_TABLES,
                    tfdt.start(),
                    "a fragment begins before the one in front of it",
                    "ISO/IEC 14496-12 8.8.12"));
        }
        total.startAt(tick);
    }

    /** What the samples of this fragment have (8.8.7), and where they begin. */
    private SampleDefaults readTfhd(Box tfhd, long trackId) throws IOException, MalformedException {
        SampleDefaults fallback = movie.isEmpty() ? SampleDefaults.NONE : defaults(tfhd, trackId, movie.get());
        int flags = window.i32(tfhd.field(0, 8));
        long at = 8;
        if ((flags & BASE_DATA_OFFSET) != 0) {
            data.startTrackAt(window.i64(tfhd.field((int) at, 8)));
            at += 8;
        } else if ((flags & BASE_IS_MOOF) != 0) {
            data.startTrackAtMoof();
        } else {
            data.startTrackBehindTheLast();
        }
        long[] values = {fallback.description(), fallback.ticks(), fallback.size()};
        int[] given = {DESCRIPTION_INDEX, DEFAULT_DURATION, DEFAULT_SIZE};
        for (int i = 0; i < values.length; i++) {
            if ((flags & given[i]) != 0) {
                values[i] = window.u32(tfhd.field((int) at, 4));
                at += 4;
            }
        }
        checkDescription(tfhd, trackId, values[0]);
        return new SampleDefaults(values[0], values[1], values[2]);
    }

    /** Players that meet the fragment of a track without {@code trex}, or of none, give the whole file up. */
    private static SampleDefaults defaults(Box tfhd, long trackId, Movie movie) throws MalformedException {
        SampleDefaults found = movie.defaults().get(trackId);
        if (found == null) {
            throw broken(tfhd, "a fragment is of track " + trackId + ", for which 'moov' has no 'trex'");
        }
        if (movie.broken().isEmpty()
                && movie.tracks().stream().noneMatch(track -> track.header().id() == trackId)) {
            throw broken(tfhd, "a fragment is of track " + trackId + ", which 'moov' does not have");
        }
        return found;
    }

    /** Samples whose description is not there cannot be decoded. */
    private void checkDescription(Box tfhd, long trackId, long description) {
        for (Track track : movie.map(Movie::tracks).orElse(List.of())) {
            long there = track.samples().descriptions();
            if (track.header().id() == trackId && (description < 1 || description > there)) {
                String what = "a fragment is of sample description " + description + " of " + there;
                defects.add(
                        track.isVideo()
                                ? Malformed.broken(
                                        MalformedCode.CONTRADICTING_TABLES, tfhd.start(), what, HEADER_CLAUSE)
                                : Malformed.tolerated(
                                        MalformedCode.CONTRADICTING_TABLES, tfhd.start(), what, HEADER_CLAUSE));
            }
        }
    }

    private static MalformedException broken(Box box, String what) {
        return new MalformedException(
                Malformed.broken(MalformedCode.CONTRADICTING_TABLES, box.start(), what, HEADER_CLAUSE));
    }

    /** Adds the samples of one run (8.8.8). */
    private void readTrun(Box trun, SampleDefaults header, Total total) throws IOException, MalformedException {
        int flags = window.i32(trun.field(0, 8));
        long count = window.u32(trun.body() + 4);
        samples += count;
        boolean hasPlace = (flags & DATA_OFFSET) != 0;
        if (hasPlace) {
            data.startRunAt(window.i32(trun.field(8, 4)));
        }
        if ((flags & (SAMPLE_DURATION | SAMPLE_SIZE | COMPOSITION_OFFSET)) == 0) {
            total.add(Math.multiplyExact(count, header.ticks()), 0);
            data.add(trun, Math.multiplyExact(count, header.size()));
            return;
        }
        long first = trun.body() + 8 + (hasPlace ? 4 : 0) + ((flags & FIRST_SAMPLE_FLAGS) != 0 ? 4 : 0);
        int entry = 4 * Integer.bitCount(flags & SAMPLE_FIELDS);
        if (count > (trun.end() - first) / entry) {
            throw new MalformedException(Malformed.broken(
                    MalformedCode.TABLE_RUNS_PAST_BOX,
                    trun.start(),
                    "'trun' claims " + count + " samples, more than it holds",
                    RUN_CLAUSE));
        }
        readSamples(trun, first, count, header, total);
    }

    private void readSamples(Box trun, long first, long count, SampleDefaults header, Total total)
            throws IOException, MalformedException {
        int flags = window.i32(trun.body());
        boolean hasDuration = (flags & SAMPLE_DURATION) != 0;
        boolean hasSize = (flags & SAMPLE_SIZE) != 0;
        boolean hasOffset = (flags & COMPOSITION_OFFSET) != 0;
        boolean isSigned = flags >>> 24 != 0;
        int entry = 4 * Integer.bitCount(flags & SAMPLE_FIELDS);
        long bytes = 0;
        long empty = 0;
        for (long at = first, end = at + count * entry; at < end; at += entry) {
            long ticks = hasDuration ? window.u32(at) : header.ticks();
            long size = hasSize ? window.u32(hasDuration ? at + 4 : at) : header.size();
            long last = at + entry - 4; // the composition offset is the last field
            long offset = !hasOffset ? 0 : isSigned ? window.i32(last) : window.u32(last);
            total.add(ticks, offset);
            bytes += size;
            empty += size == 0 ? 1 : 0;
        }
        data.add(trun, bytes);
        if (empty > 0) {
            defects.add(Malformed.tolerated(
                    MalformedCode.CONTRADICTING_TABLES,
                    trun.start(),
                    "'trun' has " + empty + " samples of 0 bytes, for which players give the file up",
                    RUN_CLAUSE));
        }
    }
}
