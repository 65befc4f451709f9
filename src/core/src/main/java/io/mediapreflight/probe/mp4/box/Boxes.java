package io.mediapreflight.probe.mp4.box;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/**
 * Steps through the boxes that one parent holds (ISO/IEC 14496-12 4.2) and never beyond it: a child that claims to be
 * larger than its parent is malformed. Bodies are hopped over.
 */
public final class Boxes {
    /**
     * Children of one box. A track has about ten, a movie about as many tracks; some editors leave tens of thousands of empty
     * {@code free} boxes in {@code moov}, and a header of eight bytes for each is half a megabyte to read.
     */
    static final int MAX_CHILDREN = 65_536;

    public static final String CLAUSE = "ISO/IEC 14496-12 4.2";

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private final Window window;
    private final long parentEnd;
    private int count;
    private int type;
    private long start;
    private long body;
    private long end;

    /** Boxes from {@code from} up to {@code end} (exclusive). */
    public Boxes(Window window, long from, long end) {
        this.window = window;
        this.end = from;
        this.parentEnd = end;
    }

    /** The boxes within a box. */
    public static Boxes in(Window window, Box parent) {
        return new Boxes(window, parent.body(), parent.end());
    }

    /** Moves to the next box; false where the parent holds no more. */
    public boolean next() throws IOException, MalformedException {
        if (parentEnd - end < HEADER) {
            return false;
        }
        if (++count > MAX_CHILDREN) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    end,
                    Phrase.of("defects:mp4.too-many-boxes").with("max", MAX_CHILDREN),
                    "bound MAX_CHILDREN"));
        }
        start = end;
        if (!window.holds(start, HEADER)) {
            window.prefetch(start, Window.CAPACITY);
        }
        long header = window.i64(start); // one look for both: probing a video spends its time here
        long size = header >>> 32;
        type = (int) header;
        if (size == 0 && type == 0) {
            return false; // padding; QTFF ends the list of a user data atom so
        }
        body = start + HEADER;
        if (size == 0) {
            size = parentEnd - start; // the last box, up to the end of its parent
        }
        if (size == 1) {
            size = window.i64(start + HEADER);
            body = start + LARGE_HEADER;
        }
        if (size < body - start || size > parentEnd - start) {
            throw new MalformedException(Malformed.broken(
                    size < body - start ? MalformedCode.BOX_SIZE : MalformedCode.BOX_RUNS_PAST_PARENT,
                    start,
                    wrongSize(size),
                    CLAUSE));
        }
        end = start + size;
        return true;
    }

    public int type() {
        return type;
    }

    /** The present box. */
    public Box box() {
        return new Box(type, start, body, end);
    }

    private Phrase wrongSize(long size) {
        if (size >= body - start) {
            return Phrase.of("defects:mp4.box-past-parent")
                    .with("box", Box.name(type))
                    .with("bytes", size - (parentEnd - start));
        }
        return size < 0
                ? Phrase.of("defects:mp4.box-huge").with("box", Box.name(type))
                : Phrase.of("defects:mp4.box-under-header")
                        .with("box", Box.name(type))
                        .with("length", size);
    }
}
