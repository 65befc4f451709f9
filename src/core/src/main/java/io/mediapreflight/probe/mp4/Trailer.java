package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;

/**
 * What stands behind a movie and is no box.
 *
 * @param start where it begins
 * @param isText whether it is known to be text or a tag, behind which no fragment can follow
 */
record Trailer(long start, boolean isText) {
    /** What an upload handler or a tagger leaves is short. */
    private static final int MAX_TEXT = Window.CAPACITY;

    private static final int ID3V1 = 128;
    private static final int TAG = Box.code("TAG\0");

    /** Whether the rest of the file is a text in ASCII, or an ID3v1 tag. */
    static boolean isText(Window window, long start) throws IOException, MalformedException {
        long length = window.size().atMost() - start;
        if (length > MAX_TEXT || length < 1) {
            return false;
        }
        if (length == ID3V1 && (window.i32(start) & ~0xFF) == TAG) {
            return true;
        }
        window.prefetch(start, (int) length);
        for (long at = start; at < start + length; at++) {
            int letter = window.u8(at);
            boolean isSpace = letter == '\r' || letter == '\n' || letter == '\t';
            if (!isSpace && (letter < ' ' || letter > '~')) {
                return false;
            }
        }
        return true;
    }
}
