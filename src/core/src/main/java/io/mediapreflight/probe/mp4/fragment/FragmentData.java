package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;

/** Where the samples of the fragments lie (ISO/IEC 14496-12 8.8.7 and 8.8.8): each run begins at an offset, or behind the one before. */
public final class FragmentData {
    private long moof;
    private long moofEnd;
    private long base;
    private long next;
    private long end;
    private long endOfRun;

    void startFragment(Box box) {
        moof = box.start();
        moofEnd = box.end();
        next = moof;
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

    /**
     * Whether the next run begins where no samples can lie: in front of the file, or in the fragment's own header. At the very
     * beginning of that header begins what says no place.
     */
    boolean isMisplaced() {
        return next < 0 || (next > moof && next < moofEnd);
    }

    void add(Box trun, long bytes) {
        next = Math.addExact(next, bytes);
        if (next > end) {
            end = next;
            endOfRun = trun.start();
        }
    }

    /** Whether the file has the last of the samples. */
    Completeness judge(Window window, Completeness before) throws IOException {
        if (end <= 0 || window.exists(end - 1)) {
            return before;
        }
        return new Completeness.CutOff(
                end - window.size().atMost(),
                Malformed.broken(
                        MalformedCode.SAMPLES_BEHIND_END,
                        endOfRun,
                        "samples of a fragment lie behind the end of the file",
                        "ISO/IEC 14496-12 8.8.8"));
    }
}
