package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The boxes at the top of a file, in one walk from its first byte to its end; {@code mdat} is hopped over. */
final class Mp4File {
    /** Boxes at the top. One fragment a frame, 30 s at 120 frames a second, makes 7,200. */
    static final int MAX_TOP_LEVEL_BOXES = 65_536;

    /** What is read of them before the indexes are asked instead, for which half of {@link Window#BUDGET} is left. */
    static final long MAX_WALKED_BYTES = Window.BUDGET / 2;

    private static final String FRAGMENTS_CLAUSE = "ISO/IEC 14496-12 8.8.4";

    /** Zeros behind the last fragment that are looked at: muxers pad to a sector or a page. */
    private static final int MAX_PADDING = 65_536;

    /** Boxes that stand at the top: one of them that runs past the end is cut off. */
    private static final Set<Integer> AT_TOP = Set.of(
            Box.FTYP, Box.STYP, Box.MOOV, Box.MDAT, Box.MOOF, Box.MFRA, Box.SIDX, Box.FREE, Box.SKIP, Box.WIDE,
            Box.PNOT, Box.META, Box.UUID, Box.UDTA, Box.EMSG, Box.PRFT, Box.PDIN);

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private final Window window;
    private FileType type = FileType.NONE;
    private @Nullable Movie movie;
    private boolean hasMediaData;
    private boolean openEnded;
    private boolean walkedAll = true;
    private int fragmentCount;
    private int hop = Window.CAPACITY;
    private Fragments fragments;
    private final SegmentIndex index;
    private Completeness completeness = Completeness.Whole.EXACT;
    private final List<Malformed> defects = new ArrayList<>(0);

    private Mp4File(Window window) {
        this.window = window;
        this.index = new SegmentIndex(window);
        this.fragments = new Fragments(window, Map.of());
    }

    static Mp4File read(Window window) throws IOException {
        Mp4File file = new Mp4File(window);
        file.walk();
        file.conclude();
        return file;
    }

    FileType type() {
        return type;
    }

    Optional<Movie> movie() {
        return Optional.ofNullable(movie);
    }

    Fragments fragments() {
        return fragments;
    }

    SegmentIndex index() {
        return index;
    }

    /** Whether this is a segment, which QuickTime has none of, apart from its {@code moov}. */
    boolean isSegment() {
        return movie == null && fragmentCount > 0;
    }

    /** Whether every fragment has been added up. */
    boolean walkedAll() {
        return walkedAll;
    }

    Completeness completeness() {
        return completeness;
    }

    List<Malformed> defects() {
        return defects;
    }

    private void walk() throws IOException {
        long offset = 0;
        try {
            for (int count = 0; window.exists(offset); count++) {
                if (count == MAX_TOP_LEVEL_BOXES || window.bytesRead() > MAX_WALKED_BYTES) {
                    throw new MalformedException(Malformed.undecided(
                            MalformedCode.BOUND_REACHED,
                            offset,
                            "more than " + count + " boxes stand at the top",
                            count == MAX_TOP_LEVEL_BOXES ? "bound MAX_TOP_LEVEL_BOXES" : "bound MAX_WALKED_BYTES"));
                }
                Optional<Box> box = nextBox(offset);
                if (box.isEmpty()) {
                    return;
                }
                readBox(box.get());
                offset = box.get().end();
            }
        } catch (MalformedException e) {
            stop(e.malformed());
        } catch (ArithmeticException e) {
            stop(Malformed.undecided(
                    MalformedCode.NUMBER_TOO_LARGE,
                    offset,
                    "durations add up to more than 2^63 ticks",
                    "no such film exists"));
        }
    }

    private void stop(Malformed why) {
        walkedAll = false;
        if (why.gravity() == Malformed.Gravity.UNDECIDED) {
            completeness = new Completeness.Undecided(why.what());
        }
        defects.add(why);
    }

    /** The box that begins here; empty where what is left is none, or where it runs past the end of the file. */
    private Optional<Box> nextBox(long start) throws IOException, MalformedException {
        if (!window.holds(start, HEADER)) {
            window.prefetch(start, hop);
        }
        if (!window.has(start, HEADER)) {
            long there = window.size().atMost() - start;
            completeness = needsNoMore() || isPadding(start, there)
                    ? new Completeness.Whole(there)
                    : cutOff(
                            MalformedCode.BOX_RUNS_PAST_END,
                            start,
                            HEADER - there,
                            "the file ends within the header of a box");
            return Optional.empty();
        }
        long size = window.u32(start);
        int name = window.i32(start + 4);
        if (!Box.isName(name)) {
            return nameless(start, size, name);
        }
        return size == 0 ? Optional.of(openEnded(start, name)) : bounded(start, size, name);
    }

    /**
     * Padding, other data, or a box of a name that cannot be one. Decoders look at no names: they step over it where its
     * size lets them, and play the fragments behind it.
     */
    private Optional<Box> nameless(long start, long size, int name) throws IOException, MalformedException {
        if (size >= HEADER && window.exists(start + size - 1)) {
            return Optional.of(new Box(name, start, start + HEADER, start + size));
        }
        if (movie != null
                && movie.fragmented()
                && !isPadding(start, window.size().atMost() - start)) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.NOT_A_BOX,
                    start,
                    "what stands behind the fragments is no box, so more of them may follow",
                    Boxes.CLAUSE));
        }
        completeness = new Completeness.Whole(Math.max(0, window.size().atLeast() - start));
        return Optional.empty();
    }

    private boolean isPadding(long start, long length) throws IOException, MalformedException {
        if (length > MAX_PADDING) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (window.u8(start + i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A box of size 0 reaches to the end of the file. */
    private Box openEnded(long start, int name) {
        openEnded = true;
        return new Box(name, start, start + HEADER, window.size().atMost());
    }

    private Optional<Box> bounded(long start, long declared, int name) throws IOException, MalformedException {
        long size = declared;
        long body = start + HEADER;
        if (declared == 1) {
            if (!window.has(start, LARGE_HEADER)) {
                long missing = start + LARGE_HEADER - window.size().atMost();
                completeness = cutOff(
                        MalformedCode.BOX_RUNS_PAST_END, start, missing, "the file ends within the header of a box");
                return Optional.empty();
            }
            size = window.i64(body);
            body = start + LARGE_HEADER;
        }
        boolean isImpossible = size < body - start || size > Long.MAX_VALUE - start;
        if (movie != null
                && hasMediaData
                && (isImpossible || !window.exists(start + size - 1))
                && !AT_TOP.contains(name)) {
            completeness = new Completeness.Undecided("what stands behind the film, from byte " + start
                    + " on, is no box that is known and runs past the end of the file: other data, or a box cut off");
            return Optional.empty();
        }
        if (isImpossible) {
            String claim = size < 0 || size > Long.MAX_VALUE - start ? "2^63 bytes or more" : size + " bytes";
            throw new MalformedException(Malformed.broken(
                    MalformedCode.BOX_SIZE, start, "the box " + Box.name(name) + " claims " + claim, Boxes.CLAUSE));
        }
        long end = start + size;
        if (!window.exists(end - 1)) {
            long missing = end - window.size().atMost();
            completeness = cutOff(
                    MalformedCode.BOX_RUNS_PAST_END,
                    start,
                    missing,
                    "the box " + Box.name(name) + " runs past the end of the file");
        }
        return Optional.of(new Box(name, start, body, end));
    }

    /** A film whose headers and data have come needs no further box; one of fragments may go on. */
    private boolean needsNoMore() {
        return movie != null && !movie.fragmented() && hasMediaData;
    }

    private void readBox(Box box) throws IOException, MalformedException {
        if ((box.type() == Box.FTYP || box.type() == Box.STYP) && type.major().isEmpty()) {
            type = FileType.read(window, box);
        } else if (box.type() == Box.MOOV && movie == null) {
            movie = MovieReader.read(window, box);
            fragments = new Fragments(window, movie.defaultTicks());
            hop = LARGE_HEADER;
        } else if (box.type() == Box.MDAT) {
            hasMediaData = true;
        } else if (box.type() == Box.SIDX) {
            index.readSidx(box);
        } else if (box.type() == Box.MOOF) {
            fragmentCount++;
            fragments.readMoof(box);
            // The next fragment's moof is most likely as large as this one.
            hop = (int) Math.min(Window.CAPACITY, box.size() + 2 * LARGE_HEADER);
        } else if (hop == LARGE_HEADER && movie != null && movie.fragmented()) {
            hop = Window.HOP;
        }
    }

    private void conclude() throws IOException {
        if (movie == null) {
            if (defects.isEmpty()) {
                defects.add(missingMoov(fragmentCount > 0));
            }
            return;
        }
        try {
            if (movie.fragmented() && fragmentCount == 0 && walkedAll && !hasMediaData) {
                defects.add(Malformed.broken(
                        MalformedCode.MISSING_FRAGMENTS,
                        window.size().atLeast(),
                        "'moov' announces fragments, and none follows",
                        FRAGMENTS_CLAUSE));
            }
            if (!walkedAll && movie.fragmented()) {
                index.readMfra(movie);
            }
            if (completeness instanceof Completeness.Whole) {
                checkLastChunks(movie);
            }
        } catch (MalformedException e) {
            completeness = new Completeness.Undecided(e.malformed().what());
        } catch (ArithmeticException e) {
            completeness = new Completeness.Undecided("an index adds up to more than 2^63 ticks");
        }
    }

    private Malformed missingMoov(boolean isSegment) {
        MalformedCode code = isSegment ? MalformedCode.SEGMENT_WITHOUT_MOOV : MalformedCode.MISSING_MOOV;
        String what = isSegment ? "this is a segment without its 'moov'" : "there is no 'moov'";
        return Malformed.broken(code, window.size().atLeast(), what, "ISO/IEC 14496-12 8.2.1");
    }

    /**
     * The last chunk of every track must at least begin in the file. Where no box tells where the media data end that is
     * worth reads; else it is looked at where it has been seen.
     */
    private void checkLastChunks(Movie movie) throws IOException, MalformedException {
        for (Track track : movie.tracks()) {
            boolean isWorthReads = openEnded || !hasMediaData;
            OptionalLong chunk = track.external()
                    ? OptionalLong.empty()
                    : isWorthReads
                            ? track.samples().lastChunkOffset()
                            : track.glimpse().lastChunk();
            if (chunk.isPresent() && (chunk.getAsLong() < 0 || !window.exists(chunk.getAsLong()))) {
                long missing = chunk.getAsLong() - window.size().atMost() + 1;
                completeness = cutOff(
                        MalformedCode.SAMPLES_BEHIND_END,
                        window.size().atMost(),
                        missing,
                        "the last chunk of a track lies behind the end of the file");
                return;
            }
        }
    }

    private static Completeness cutOff(MalformedCode code, long offset, long missing, String what) {
        return new Completeness.CutOff(Math.max(0, missing), Malformed.broken(code, offset, what, Boxes.CLAUSE));
    }
}
