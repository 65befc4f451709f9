package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where the metadata say that the image ends, for files in which something follows it. */
final class JpegEnds {
    private static final int SEFT = 0x53454654;
    private static final int FTYP = 0x66747970;
    private static final int SOI = 0xFF00 | JpegMarker.SOI;

    private final Window window;
    private final long size;
    private final List<Long> stated = new ArrayList<>(0);
    private final List<Long> confirmed = new ArrayList<>(0);

    private JpegEnds(Window window) {
        this.window = window;
        this.size = window.size().atLeast();
    }

    /** Reads the metadata in front, then the trailers at the end of the file, for which it leaves the window there. */
    static JpegEnds read(Window window, JpegSegments segments) throws IOException, MalformedException {
        JpegEnds ends = new JpegEnds(window);
        for (long tiff : segments.mpfIndexes()) {
            ends.addAll(MpfIndex.ends(window, tiff));
        }
        for (JpegSegments.Xmp packet : segments.xmp()) {
            ends.addAll(MotionPhoto.read(window, packet).ends(ends.size));
        }
        int tail = (int) Math.min(Window.HOP, ends.size);
        window.prefetch(ends.size - tail, tail);
        if (window.i32(ends.size - 4) == SEFT) {
            SamsungTrailer.start(window).ifPresent(ends.confirmed::add);
        } else {
            ends.addAll(HuaweiTrailer.ends(window));
        }
        return ends;
    }

    private void addAll(List<Long> named) {
        for (long end : named) {
            if (end > 0 && end < size) {
                stated.add(end);
            }
        }
    }

    boolean isEmpty() {
        return stated.isEmpty() && confirmed.isEmpty();
    }

    /** Every place that is named, the first one first. */
    List<Long> all() {
        List<Long> all = new ArrayList<>(stated);
        all.addAll(confirmed);
        all.sort(null);
        return all;
    }

    /** Whether something else really begins there: a video, a further image, Samsung's data. Metadata outlive what they name. */
    boolean isConfirmed(long end) throws IOException, MalformedException {
        return confirmed.contains(end)
                || (window.has(end, 8) && (window.i32(end + 4) == FTYP || window.u16(end) == SOI));
    }
}
