package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.probe.mp4.box.Boxes;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
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

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private final Window window;
    private final FileContent content;
    private @Nullable Trailer trailer;
    private boolean walkedAll = true;
    private Completeness completeness = Completeness.Whole.EXACT;

    private Mp4File(Window window) {
        this.window = window;
        this.content = new FileContent(window);
    }

    static Mp4File read(Window window) throws IOException {
        Mp4File file = new Mp4File(window);
        file.walk();
        file.conclude();
        return file;
    }

    FileContent content() {
        return content;
    }

    /** Whether every fragment has been added up. */
    boolean walkedAll() {
        return walkedAll;
    }

    Completeness completeness() {
        return completeness;
    }

    private void walk() throws IOException {
        long offset = 0;
        try {
            for (int count = 0; window.exists(offset); count++) {
                if (count == MAX_TOP_LEVEL_BOXES || window.bytesRead() > MAX_WALKED_BYTES) {
                    throw new MalformedException(Malformed.undecided(
                            MalformedCode.BOUND_REACHED,
                            offset,
                            Phrase.of("defects:mp4.too-many-at-top").with("count", count),
                            count == MAX_TOP_LEVEL_BOXES ? "bound MAX_TOP_LEVEL_BOXES" : "bound MAX_WALKED_BYTES"));
                }
                Optional<Box> box = nextBox(offset);
                if (box.isEmpty()) {
                    return;
                }
                content.read(box.get());
                offset = box.get().end();
            }
        } catch (MalformedException e) {
            stop(e.malformed());
        } catch (ArithmeticException e) {
            stop(Malformed.undecided(
                    MalformedCode.NUMBER_TOO_LARGE,
                    offset,
                    Phrase.of("defects:mp4.durations"),
                    "no such video exists"));
        }
    }

    private void stop(Malformed why) {
        walkedAll = false;
        if (why.gravity() == Malformed.Gravity.UNDECIDED) {
            completeness = new Completeness.Undecided(why);
        }
        content.add(why);
    }

    /** The box that begins here; empty where the rest is no box, or where it runs past the end of the file. */
    private Optional<Box> nextBox(long start) throws IOException, MalformedException {
        if (!window.holds(start, HEADER)) {
            window.prefetch(start, content.hop());
        }
        if (!window.has(start, HEADER)) {
            long there = window.size().atMost() - start;
            completeness = content.needsNoMore() || isPadding(start, there)
                    ? new Completeness.Whole(there)
                    : cutOff(start, HEADER - there, Phrase.of("defects:mp4.ends-in-header"));
            return Optional.empty();
        }
        long size = window.u32(start);
        int name = window.i32(start + 4);
        if (!Box.isName(name)) {
            return nameless(start, size, name);
        }
        if (size == 0 && content.isFragmented() && name == Box.MDAT) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOX_SIZE, start, Phrase.of("defects:mp4.open-mdat"), FRAGMENTS_CLAUSE));
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
        if (content.isFragmented() && !isPadding(start, length) && !Trailer.isText(window, start)) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.NOT_A_BOX, start, Phrase.of("defects:mp4.no-box-after-fragments"), Boxes.CLAUSE));
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
                completeness = cutOff(start, missing, Phrase.of("defects:mp4.ends-in-header"));
                return Optional.empty();
            }
            size = window.i64(body);
            body = start + LARGE_HEADER;
        }
        boolean isImpossible = size < body - start || size > Long.MAX_VALUE - start;
        if (content.movie().isPresent()
                && content.hasMediaData()
                && (isImpossible || !window.exists(start + size - 1))
                && !AT_TOP.contains(name)) {
            trailer = new Trailer(start, content.isFragmented() && Trailer.isText(window, start));
            completeness = new Completeness.Undecided(Malformed.undecided(
                    MalformedCode.UNKNOWN_TRAILER, start, Phrase.of("defects:mp4.unknown-trailer"), Boxes.CLAUSE));
            return Optional.empty();
        }
        if (size >= 0 && size < body - start && content.movie().isPresent() && !content.isFragmented()) {
            content.readUnsized(new Box(name, start, start + HEADER, start + HEADER), size);
            return Optional.empty();
        }
        if (isImpossible) {
            boolean isHuge = size < 0 || size > Long.MAX_VALUE - start;
            Phrase what = Phrase.of(isHuge ? "defects:mp4.box-huge" : "defects:mp4.box-under-header")
                    .with("box", Box.name(name))
                    .with("length", size);
            throw new MalformedException(Malformed.broken(MalformedCode.BOX_SIZE, start, what, Boxes.CLAUSE));
        }
        long end = start + size;
        if (!window.exists(end - 1)) {
            long missing = end - window.size().atMost();
            completeness =
                    cutOff(start, missing, Phrase.of("defects:mp4.box-past-end").with("box", Box.name(name)));
        }
        return Optional.of(new Box(name, start, body, end));
    }

    private void conclude() throws IOException {
        content.conclude(walkedAll);
        if (content.movie().isEmpty()) {
            return;
        }
        try {
            if (!walkedAll && content.isFragmented()) {
                content.index().readMfra(content.movie().get());
            }
            if (completeness instanceof Completeness.Whole || trailer != null) {
                completeness = new SampleExtents(window, content.movieBoxes(), content.headers())
                        .judge(content.movies(), completeness, trailer);
            }
            if (walkedAll && completeness instanceof Completeness.Whole) {
                completeness = content.withoutMediaData(completeness);
            }
            if (completeness instanceof Completeness.Whole) {
                completeness = content.fragments().judge(completeness);
            }
        } catch (MalformedException e) {
            completeness = new Completeness.Undecided(e.malformed());
        } catch (ArithmeticException e) {
            completeness = new Completeness.Undecided(Malformed.undecided(
                    MalformedCode.NUMBER_TOO_LARGE, 0, Phrase.of("defects:mp4.index"), "no such video exists"));
        }
    }

    private static Completeness cutOff(long offset, long missing, Phrase what) {
        return new Completeness.CutOff(
                missing, Malformed.broken(MalformedCode.BOX_RUNS_PAST_END, offset, what, Boxes.CLAUSE));
    }
}
