package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code elst} (ISO/IEC 14496-12 8.6.6): which parts of a track's media are presented, and when.
 *
 * @param claimsMore whether it has fewer entries than it claims, which players then leave out
 * @param showsNothing whether an edit that is not empty lasts for nothing, which only in a fragmented file means to the end
 */
public record EditList(List<Edit> edits, boolean claimsMore, boolean showsNothing) {
    static final EditList NONE = new EditList(List.of(), false, false);

    /** Cameras and muxers write one or two; editors one for each cut. */
    static final int MAX_EDITS = 4096;

    /** Behind the version and the count. */
    private static final int ENTRIES = 8;

    /**
     * By so many frames an edit may reach beyond the media: frames that are reordered are presented later than they are
     * decoded, and the media's duration leaves no room for that. H.264 and H.265 reorder by 16 at most.
     */
    private static final int MAX_REORDERED = 16;

    /** The same where no frame has a duration, as in audio, whose codecs have a delay. */
    private static final Fraction MAX_DELAY = Fraction.of(1);

    /**
     * One entry.
     *
     * @param ticks how long it is presented, on the movie's timescale; 0 in a fragmented file: to the end
     * @param mediaTime where in the media it begins, on the media's timescale; −1 for an empty edit
     */
    public record Edit(long ticks, long mediaTime) {
        boolean isEmpty() {
            return mediaTime < 0;
        }
    }

    static EditList read(Window window, Box box) throws IOException, MalformedException {
        boolean isLong = box.version(window, 1) == 1;
        long claimed = window.u32(box.field(4, 4));
        int width = isLong ? 8 : 4;
        int entry = 2 * width + 4;
        long count = Math.min(claimed, (box.end() - box.body() - ENTRIES) / entry);
        if (count > MAX_EDITS) {
            throw new MalformedException(Malformed.undecided(
                    MalformedCode.BOUND_REACHED,
                    box.start(),
                    Phrase.of("defects:movie.too-many-edits").with("count", count),
                    "bound MAX_EDITS"));
        }
        List<Edit> edits = new ArrayList<>();
        boolean showsNothing = false;
        for (int i = 0; i < count; i++) {
            long at = box.field(ENTRIES + i * entry, entry);
            long mediaTime = isLong ? window.i64(at + width) : window.i32(at + width);
            long ticks = isLong ? window.i64(at) : window.u32(at);
            if (ticks < 0) {
                throw new MalformedException(Malformed.broken(
                        MalformedCode.DURATION_TOO_LONG,
                        at,
                        Phrase.of("defects:movie.edit-duration"),
                        "ISO/IEC 14496-12 8.6.6"));
            }
            showsNothing |= ticks == 0 && mediaTime >= 0;
            edits.add(new Edit(MovieHeader.Clock.readTicks(window, at, isLong), mediaTime));
        }
        return new EditList(edits, count < claimed, showsNothing);
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Where in the media the first edit that shows something begins, on the media's timescale. */
    public long firstMediaTime() {
        for (Edit edit : edits) {
            if (!edit.isEmpty()) {
                return edit.mediaTime();
            }
        }
        return 0;
    }

    /** How long nothing is presented, in seconds. */
    public Fraction emptySeconds(long movieTimescale) {
        long ticks = 0;
        for (Edit edit : edits) {
            ticks = Math.addExact(ticks, edit.isEmpty() ? edit.ticks() : 0);
        }
        return new Fraction(ticks, movieTimescale);
    }

    /**
     * How long media are presented, in seconds: the sum of the edits, none of them beyond the media it shows.
     *
     * @param seconds how long the media last without edits
     */
    Fraction presentedSeconds(long movieTimescale, Track.Media media, Fraction seconds) {
        if (isEmpty()) {
            return seconds;
        }
        @Nullable Fraction sum = null;
        for (Edit edit : edits) {
            if (!edit.isEmpty()) {
                Fraction shown = presented(edit, movieTimescale, media, seconds);
                sum = sum == null || sum.isZero() ? shown : sum.plus(shown);
            }
        }
        return sum == null ? new Fraction(0, movieTimescale) : sum;
    }

    private static Fraction presented(Edit edit, long movieTimescale, Track.Media media, Fraction seconds) {
        Fraction room = media.frame().isZero() ? MAX_DELAY : media.frame().times(MAX_REORDERED);
        Fraction start = new Fraction(edit.mediaTime(), media.timescale());
        Fraction rest = seconds.minusOrZero(start);
        if (edit.ticks() == 0) {
            return start.isAtMost(room) ? seconds : rest;
        }
        Fraction segment = new Fraction(edit.ticks(), movieTimescale);
        if (segment.minusOrZero(rest).compareTo(room) > 0) {
            return rest;
        }
        // Within one tick of the media they are meant as a whole: the movie's timescale is too coarse to say so.
        Fraction tick = new Fraction(1, movieTimescale);
        return isWithin(tick, segment, seconds) ? seconds : isWithin(tick, segment, rest) ? rest : segment;
    }

    private static boolean isWithin(Fraction tick, Fraction one, Fraction other) {
        return one.minusOrZero(other).compareTo(tick) < 0
                && other.minusOrZero(one).compareTo(tick) < 0;
    }
}
