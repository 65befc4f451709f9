package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A file has one {@code moov}; a second one was left by an editor. Players take the first, or the last. */
    private static final int MAX_MOVIES = 2;

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private final Window window;
    private FileType type = FileType.NONE;
    private final List<Movie> movies = new ArrayList<>(1);
    private final List<Box> movieBoxes = new ArrayList<>(1);
    private boolean hasMediaData;
    private @Nullable Box dangling;
    private @Nullable Trailer trailer;
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
        this.fragments = new Fragments(window, Optional.empty());
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

    /** The first {@code moov}. */
    Optional<Movie> movie() {
        return movies.isEmpty() ? Optional.empty() : Optional.of(movies.get(0));
    }

    /** A second {@code moov}, which players may take instead. */
    Optional<Movie> otherMovie() {
        return movies.size() < MAX_MOVIES ? Optional.empty() : Optional.of(movies.get(1));
    }

    /** Where it begins. */
    long otherMovieStart() {
        return movieBoxes.get(1).start();
    }

    Fragments fragments() {
        return fragments;
    }

    SegmentIndex index() {
        return index;
    }

    /** Whether this is a segment, which QuickTime has none of, apart from its {@code moov}. */
    boolean isSegment() {
        return movies.isEmpty() && fragmentCount > 0;
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
                    "no such video exists"));
        }
    }

    private void stop(Malformed why) {
        walkedAll = false;
        if (why.gravity() == Malformed.Gravity.UNDECIDED) {
            completeness = new Completeness.Undecided(why);
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
                    : cutOff(start, HEADER - there, "the file ends within the header of a box");
            return Optional.empty();
        }
        long size = window.u32(start);
        int name = window.i32(start + 4);
        if (!Box.isName(name)) {
            return nameless(start, size, name);
        }
        if (size == 0 && isFragmented() && name == Box.MDAT) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOX_SIZE,
                    start,
                    "an 'mdat' without a size stands among the fragments, and may hide others",
                    FRAGMENTS_CLAUSE));
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
        long length = window.size().atMost() - start;
        if (isFragmented() && !isPadding(start, length) && !Trailer.isText(window, start)) {
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
        return new Box(name, start, start + HEADER, window.size().atMost());
    }

    private Optional<Box> bounded(long start, long declared, int name) throws IOException, MalformedException {
        long size = declared;
        long body = start + HEADER;
        if (declared == 1) {
            if (!window.has(start, LARGE_HEADER)) {
                long missing = start + LARGE_HEADER - window.size().atMost();
                completeness = cutOff(start, missing, "the file ends within the header of a box");
                return Optional.empty();
            }
            size = window.i64(body);
            body = start + LARGE_HEADER;
        }
        boolean isImpossible = size < body - start || size > Long.MAX_VALUE - start;
        if (!movies.isEmpty()
                && hasMediaData
                && (isImpossible || !window.exists(start + size - 1))
                && !AT_TOP.contains(name)) {
            trailer = new Trailer(start, isFragmented() && Trailer.isText(window, start));
            completeness = new Completeness.Undecided(Malformed.undecided(
                    MalformedCode.UNKNOWN_TRAILER,
                    start,
                    "what stands behind the video is no box that is known and runs past the end of the file: "
                            + "other data, or a box cut off",
                    Boxes.CLAUSE));
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
            completeness = cutOff(start, missing, "the box " + Box.name(name) + " runs past the end of the file");
        }
        return Optional.of(new Box(name, start, body, end));
    }

    /** A video whose headers and data have come needs no further box; one of fragments may go on. */
    private boolean needsNoMore() {
        return !movies.isEmpty() && !isFragmented() && hasMediaData;
    }

    /** Whether {@code moov} announces fragments, and neither one of them nor other media were met. */
    boolean lacksFragments() {
        return isFragmented() && fragmentCount == 0 && !hasMediaData;
    }

    private boolean isFragmented() {
        return !movies.isEmpty() && movies.get(0).fragmented();
    }

    private void readBox(Box box) throws IOException, MalformedException {
        if ((box.type() == Box.FTYP || box.type() == Box.STYP) && type.major().isEmpty()) {
            type = FileType.read(window, box);
        } else if (box.type() == Box.MOOV) {
            readMoov(box);
        } else if (box.type() == Box.MDAT) {
            hasMediaData = true;
            dangling = null;
        } else if (box.type() == Box.SIDX) {
            index.readSidx(box);
        } else if (box.type() == Box.MOOF) {
            fragmentCount++;
            dangling = fragments.readMoof(box) ? box : dangling;
            // The next fragment's moof is most likely as large as this one.
            hop = (int) Math.min(Window.CAPACITY, box.size() + 2 * LARGE_HEADER);
        } else if (hop == LARGE_HEADER && isFragmented()) {
            hop = Window.HOP;
        }
    }

    private void readMoov(Box box) throws IOException, MalformedException {
        if (movies.isEmpty()) {
            movies.add(MovieReader.read(window, box));
            fragments = new Fragments(window, Optional.of(movies.get(0)));
            hop = LARGE_HEADER;
        } else if (movies.size() < MAX_MOVIES) {
            try {
                movies.add(MovieReader.read(window, box));
            } catch (MalformedException e) {
                Malformed why = e.malformed();
                defects.add(Malformed.tolerated(
                        why.code(), why.offset(), "in a second 'moov', " + why.what(), why.clause()));
            }
        } else {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED, box.start(), "there are more than two 'moov'", "bound MAX_MOVIES"));
        }
        movieBoxes.add(box);
    }

    private void conclude() throws IOException {
        if (movies.isEmpty()) {
            if (defects.isEmpty()) {
                String what = fragmentCount > 0 ? "this is a segment without its 'moov'" : "there is no 'moov'";
                defects.add(Malformed.broken(
                        fragmentCount > 0 ? MalformedCode.SEGMENT_WITHOUT_MOOV : MalformedCode.MISSING_MOOV,
                        window.size().atLeast(),
                        what,
                        "ISO/IEC 14496-12 8.2.1"));
            }
            return;
        }
        defects.addAll(fragments.defects());
        try {
            if (walkedAll && lacksFragments()) {
                defects.add(Malformed.broken(
                        MalformedCode.MISSING_FRAGMENTS,
                        window.size().atLeast(),
                        "'moov' announces fragments, and none follows",
                        FRAGMENTS_CLAUSE));
            }
            if (!walkedAll && isFragmented()) {
                index.readMfra(movies.get(0));
            }
            if (completeness instanceof Completeness.Whole || trailer != null) {
                completeness = new SampleExtents(window, movieBoxes).judge(movies, completeness, trailer);
            }
            if (completeness instanceof Completeness.Whole) {
                completeness = fragments.judge(completeness);
            }
            if (walkedAll && dangling != null && completeness instanceof Completeness.Whole) {
                completeness = new Completeness.CutOff(
                        0,
                        Malformed.broken(
                                MalformedCode.MISSING_MEDIA_DATA,
                                dangling.start(),
                                "no 'mdat' follows the last 'moof'",
                                FRAGMENTS_CLAUSE));
            }
        } catch (MalformedException e) {
            completeness = new Completeness.Undecided(e.malformed());
        } catch (ArithmeticException e) {
            completeness = new Completeness.Undecided(Malformed.undecided(
                    MalformedCode.NUMBER_TOO_LARGE,
                    0,
                    "an index adds up to more than 2^63 ticks",
                    "no such film exists"));
        }
    }

    private static Completeness cutOff(long offset, long missing, String what) {
        return new Completeness.CutOff(
                missing, Malformed.broken(MalformedCode.BOX_RUNS_PAST_END, offset, what, Boxes.CLAUSE));
    }
}
