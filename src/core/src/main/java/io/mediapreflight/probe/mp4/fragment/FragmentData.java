package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** Where the samples of the fragments lie (ISO/IEC 14496-12 8.8.7 and 8.8.8): each run begins at an offset, or behind the one before. */
public final class FragmentData {
    private static final int BOX_HEADER = 8;

    private long moof;
    private long moofEnd;
    private long base;
    private long next;
    private long end;
    private long endOfRun;
    private long furthest;
    private long furthestStart = -1;
    private long furthestEnd;
    private long nearestStart;
    private boolean goesOn;
    private boolean isFirst;

    /** @param isFirst whether no media data stand in front of it */
    void startFragment(Box box, boolean isFirst) {
        this.isFirst = isFirst;
        moof = box.start();
        moofEnd = box.end();
        next = moof;
        furthestStart = -1;
        furthestEnd = 0;
        nearestStart = Long.MAX_VALUE;
        goesOn = false;
    }

    /** The offsets of a track's runs count from the beginning of the {@code moof}. */
    void startTrackAtMoof() {
        base = moof;
        next = base;
    }

    /** They count from this byte of the file. */
    void startTrackAt(long offset) {
        base = offset;
        next = base;
    }

    /** They count from the end of what came before. */
    void startTrackBehindTheLast() {
        base = next;
    }

    /** The run says where it begins. */
    void startRunAt(long offset) {
        next = Math.addExact(base, offset);
    }

    /** Where the next run begins. */
    long next() {
        return next;
    }

    /**
     * Whether the next run begins where no samples can lie: in front of all media data, in the fragment's own header, or in that of the
     * box behind it. A run without a place of its own begins with the fragment, which is its header too.
     */
    boolean isMisplaced() {
        return next < (isFirst ? moof : 0) || (next >= moof && next < moofEnd + BOX_HEADER);
    }

    void add(Box trun, long bytes) {
        long from = next;
        next = Math.addExact(next, bytes);
        if (next > end) {
            end = next;
            endOfRun = trun.start();
        }
        nearestStart = Math.min(nearestStart, from);
        if (next > furthestEnd) {
            furthestStart = from;
            furthestEnd = next;
            furthest = trun.start();
        }
    }

    /**
     * Looks at a box behind the fragment; samples lie within one {@code mdat}, and none in its header or in that of the next
     * fragment.
     *
     * @param isMediaData whether it is an {@code mdat}
     * @param isHeader whether it is sure to hold no samples: where those of the fragment begin there, it has no media data
     * @return the place of the run whose samples do not; negative where they do, as far as can be said
     */
    long misplacedBy(Box box, boolean isMediaData, boolean isHeader) {
        boolean beginsHere = furthestStart >= box.start() && furthestStart < box.end();
        long endOfHeader = isHeader ? box.end() : isMediaData ? box.body() : box.start();
        boolean isWithout = nearestStart >= box.start() && nearestStart < endOfHeader;
        long wrong = goesOn || isWithout ? furthest : -1;
        goesOn = isMediaData && beginsHere && furthestEnd > box.end();
        return wrong;
    }

    /** How many bytes of the samples lie behind the end of the file. */
    long missing(Window window) {
        return Math.max(0, end - window.size().atMost());
    }

    /** Whether the file has the last of the samples. */
    Completeness judge(Window window, Completeness before) throws IOException {
        if (end <= 0 || window.exists(end - 1)) {
            return before;
        }
        return new Completeness.CutOff(
                missing(window),
                Malformed.broken(
                        MalformedCode.SAMPLES_BEHIND_END,
                        endOfRun,
                        Phrase.of("defects:fragment.past-end"),
                        "ISO/IEC 14496-12 8.8.8"));
    }
}
