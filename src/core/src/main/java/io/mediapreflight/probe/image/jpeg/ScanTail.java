package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;

/**
 * What a stretch of bytes is that may hold the end of the scans: entropy-coded data, in which an FF stands only before
 * 00, a restart marker or the next scan's tables (T.81 B.1.1.5), so that the first FF D9 among them is the end.
 */
final class ScanTail {
    /** One byte in 256 of an image is an FF and has a 0 stuffed behind it; a smooth image may have a tenth of that. */
    private static final int BYTES_PER_STUFFED = 4096;

    private final boolean beginsInScan;
    private long end = -1;
    private int stuffed;
    private boolean foreign;

    private ScanTail(boolean beginsInScan) {
        this.beginsInScan = beginsInScan;
    }

    /** @param beginsInScan whether it is known that a scan begins at {@code from} */
    static ScanTail read(Window window, long from, long limit, boolean beginsInScan)
            throws IOException, MalformedException {
        ScanTail tail = new ScanTail(beginsInScan);
        int previous = 0;
        for (long chunk = from; chunk < limit && tail.end < 0 && !tail.foreign; chunk += Window.CAPACITY) {
            int length = (int) Math.min(Window.CAPACITY, limit - chunk);
            window.prefetch(chunk, length);
            for (long offset = chunk; offset < chunk + length && tail.end < 0 && !tail.foreign; offset++) {
                int value = window.u8(offset);
                if (previous == 0xFF) {
                    tail.pair(value, offset + 1);
                }
                previous = value;
            }
        }
        return tail;
    }

    private void pair(int code, long behind) {
        if (code == JpegMarker.EOI) {
            end = beginsInScan || stuffed > 0 ? behind : -1;
            foreign = end < 0;
        } else if (code == 0) {
            stuffed++;
        } else if (!JpegMarker.mayFollowScan(code)) {
            foreign = true;
        }
    }

    /** Behind the marker that ends the image; −1 where there is none, or one that may be there by chance. */
    long end() {
        return end;
    }

    /** Whether all of it is, so that the image has no end before its limit. */
    boolean isEntropyCoded() {
        return !foreign && (beginsInScan || stuffed >= JpegEnd.TAIL / BYTES_PER_STUFFED);
    }
}
