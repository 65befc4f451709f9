package io.mediapreflight.metadata;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Blocks of bytes out of a {@link Window}, which bounds what is read in all. */
final class BlockReader {
    /**
     * The most that is taken of one block. EXIF in a JPEG has 64 KiB at most; XMP has some KiB, and hundreds of them where it
     * holds the history of an edit or another image, which stand behind what we look for.
     */
    static final int MAX_BLOCK = 1 << 20;

    private final Window window;

    BlockReader(Window window) {
        this.window = window;
    }

    Window window() {
        return window;
    }

    /** Where the file ends. */
    long end() {
        return window.size().atMost();
    }

    /** Up to so many bytes: fewer where the file ends, or where it is more than {@link #MAX_BLOCK}. */
    byte[] block(long offset, long length) throws IOException, MalformedException {
        long there = Math.min(Math.min(length, MAX_BLOCK), end() - offset);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        while (block.size() < there) {
            int step = (int) Math.min(Window.CAPACITY, there - block.size());
            block.writeBytes(window.bytes(offset + block.size(), step));
        }
        return block.toByteArray();
    }
}
