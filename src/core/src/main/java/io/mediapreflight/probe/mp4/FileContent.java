package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.probe.mp4.fragment.Fragments;
import io.mediapreflight.probe.mp4.fragment.SegmentIndex;
import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.MovieReader;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the boxes at the top of a file held so far. */
final class FileContent {
    /** A file has one {@code moov}; a second one was left by an editor. Players take the first, or the last. */
    private static final int MAX_MOVIES = 2;

    /** Headers that are kept in mind: a file has two, one of segments one for each. */
    private static final int MAX_HEADERS = 8;

    private static final int LARGE_HEADER = 16;
    private static final String FRAGMENTS_CLAUSE = "ISO/IEC 14496-12 8.8.4";

    private final Window window;
    private FileType type = FileType.NONE;
    private @Nullable Box shortFileType;
    private final List<Movie> movies = new ArrayList<>(1);
    private final List<Box> movieBoxes = new ArrayList<>(1);
    private final List<Box> headers = new ArrayList<>(2);
    private boolean hasMediaData;
    private long firstMediaPlace = -1;
    private long firstMedia;
    private @Nullable Box dangling;
    private int fragmentCount;
    private int hop = Window.CAPACITY;
    private @Nullable Fragments fragments;
    private final SegmentIndex index;
    private final List<Malformed> defects = new ArrayList<>(0);

    FileContent(Window window) {
        this.window = window;
        this.index = new SegmentIndex(window);
    }

    Window window() {
        return window;
    }

    /** Where the first media data begin; negative where that was not seen without reading for it. */
    long firstMediaPlace() {
        return firstMediaPlace;
    }

    /** The eight bytes there. */
    long firstMedia() {
        return firstMedia;
    }

    FileType type() {
        return type;
    }

    List<Movie> movies() {
        return movies;
    }

    /** Where each {@code moov} lies. */
    List<Box> movieBoxes() {
        return movieBoxes;
    }

    /** What else holds no frame: file types, and what stands in front of the first media data. */
    List<Box> headers() {
        return headers;
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
        if (fragments == null) {
            fragments = new Fragments(window, movie());
        }
        return fragments;
    }

    SegmentIndex index() {
        return index;
    }

    List<Malformed> defects() {
        return defects;
    }

    void add(Malformed defect) {
        defects.add(defect);
    }

    /** Bytes that are best read where the next box is expected. */
    int hop() {
        return hop;
    }

    boolean hasMediaData() {
        return hasMediaData;
    }

    boolean isFragmented() {
        return !movies.isEmpty() && movies.get(0).fragmented();
    }

    /** Whether this is a segment, which QuickTime has none of, apart from its {@code moov}. */
    boolean isSegment() {
        return movies.isEmpty() && fragmentCount > 0;
    }

    /** A video whose headers and data have come needs no further box; one of fragments may go on. */
    boolean needsNoMore() {
        return !movies.isEmpty() && !isFragmented() && hasMediaData;
    }

    /** Whether {@code moov} announces fragments, and neither one of them nor other media were met. */
    boolean lacksFragments() {
        return isFragmented() && fragmentCount == 0 && !hasMediaData;
    }

    void read(Box box) throws IOException, MalformedException {
        if (fragmentCount > 0) {
            fragments().meet(box);
        }
        if (box.type() == Box.FTYP || box.type() == Box.STYP) {
            readFileType(box);
        } else if (box.type() == Box.MOOV) {
            readMoov(box);
        } else if (box.type() == Box.MDAT) {
            if (!hasMediaData) {
                headers.add(new Box(box.type(), box.start(), box.body(), box.body()));
                noteFirstMedia(box);
            }
            hasMediaData = true;
            dangling = null;
        } else if (box.type() == Box.SIDX) {
            index.readSidx(box);
        } else if (box.type() == Box.MOOF) {
            fragmentCount++;
            dangling = fragments().readMoof(box, !hasMediaData) ? box : dangling;
            // The next fragment's moof is most likely as large as this one.
            hop = (int) Math.min(Window.CAPACITY, box.size() + 2 * LARGE_HEADER);
        } else if (box.type() == Box.UUID) {
            box.field(0, Box.UUID_BYTES);
        } else if (hop == LARGE_HEADER && isFragmented()) {
            hop = Window.HOP;
        }
    }

    /**
     * Reads a box behind {@code moov} whose size is too small for its own header. Players then look for no further boxes: the tables in
     * {@code moov} say where the samples lie.
     */
    void readUnsized(Box header, long claimed) throws IOException, MalformedException {
        defects.add(Malformed.tolerated(
                MalformedCode.BOX_SIZE,
                header.start(),
                Phrase.of("defects:mp4.box-under-header")
                        .with("box", Box.name(header.type()))
                        .with("length", claimed),
                Boxes.CLAUSE));
        if (header.type() == Box.MDAT) {
            read(header);
        }
    }

    private void noteFirstMedia(Box mdat) throws IOException, MalformedException {
        if (window.holds(mdat.body(), Long.BYTES)) {
            firstMediaPlace = mdat.body();
            firstMedia = window.i64(firstMediaPlace);
        }
    }

    /** The first one counts; each is a place where no frame is. */
    private void readFileType(Box box) throws IOException, MalformedException {
        type = type.major().isEmpty() ? FileType.read(window, box) : type;
        if (box.type() == Box.FTYP && box.end() - box.body() < FileType.BRANDS) {
            shortFileType = box;
        }
        if (headers.size() < MAX_HEADERS) {
            headers.add(box);
        }
    }

    private void readMoov(Box box) throws IOException, MalformedException {
        if (movies.isEmpty()) {
            movies.add(MovieReader.read(window, box));
            fragments = null; // what stood before belongs to no movie
            hop = LARGE_HEADER;
        } else if (movies.size() < MAX_MOVIES) {
            try {
                movies.add(MovieReader.read(window, box));
            } catch (MalformedException e) {

                defects.add(e.malformed().toleratedIn("defects:mp4.in-second-moov"));
            }
        } else {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    box.start(),
                    Phrase.of("defects:mp4.too-many-moov"),
                    "bound MAX_MOVIES"));
        }
        movieBoxes.add(box);
    }

    /** Adds what is wrong with the whole. */
    void conclude(boolean areAllRead) {
        if (movies.isEmpty() && defects.isEmpty()) {
            defects.add(Malformed.broken(
                    isSegment() ? MalformedCode.SEGMENT_WITHOUT_MOOV : MalformedCode.MISSING_MOOV,
                    window.size().atLeast(),
                    Phrase.of(isSegment() ? "defects:mp4.segment-without-moov" : "defects:mp4.no-moov"),
                    "ISO/IEC 14496-12 8.2.1"));
        } else if (!movies.isEmpty()) {
            if (shortFileType != null) {
                defects.add(Malformed.broken(
                        MalformedCode.BOX_TOO_SHORT,
                        shortFileType.start(),
                        Phrase.of("defects:mp4.ftyp-short"),
                        "ISO/IEC 14496-12 4.3"));
            }
            defects.addAll(fragments().defects());
            if (areAllRead && lacksFragments()) {
                defects.add(Malformed.broken(
                        MalformedCode.MISSING_FRAGMENTS,
                        window.size().atLeast(),
                        Phrase.of("defects:mp4.no-fragments"),
                        FRAGMENTS_CLAUSE));
            }
        }
    }

    /** Cut off where the last fragment has no media data behind it; else as before. */
    Completeness withoutMediaData(Completeness before) {
        return dangling == null
                ? before
                : new Completeness.CutOff(
                        fragments().missing(),
                        Malformed.broken(
                                MalformedCode.MISSING_MEDIA_DATA,
                                dangling.start(),
                                Phrase.of("defects:mp4.no-mdat"),
                                FRAGMENTS_CLAUSE));
    }
}
