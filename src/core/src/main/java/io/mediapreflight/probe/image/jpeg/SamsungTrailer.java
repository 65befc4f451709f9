package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * What Galaxy phones write behind an image: blocks of data (a motion photo's video, a scene, audio), and at the end of
 * the file a directory {@code SEFH} that says where each begins, its length, and {@code SEFT}. Numbers are little-endian.
 */
final class SamsungTrailer {
    private static final int SEFH = 0x53454648;

    /** The length of the directory, and {@code SEFT}. */
    private static final int FOOTER = 8;

    /** Name, version, count. */
    private static final int HEADER = 12;

    private static final int ENTRY = 12;

    /** Blocks that are looked at; real files have up to a dozen. */
    private static final int MAX_BLOCKS = 256;

    private SamsungTrailer() {}

    /** Where the first block begins; only called where the file ends with {@code SEFT}. Empty where that makes no sense. */
    static OptionalLong start(Window window) throws IOException, MalformedException {
        long footer = window.size().atLeast() - FOOTER;
        if (footer < 0) {
            return OptionalLong.empty();
        }
        long length = window.u32LittleEndian(footer);
        long directory = footer - length;
        if (length < HEADER || directory < 0 || window.i32(directory) != SEFH) {
            return OptionalLong.empty();
        }
        long count = Math.min(window.u32LittleEndian(directory + 8), (length - HEADER) / ENTRY);
        long furthest = 0;
        for (int i = 0; i < count && i < MAX_BLOCKS; i++) {
            long entry = directory + HEADER + (long) i * ENTRY;
            furthest = Math.max(furthest, window.u32LittleEndian(entry + 4));
        }
        return furthest > 0 && furthest < directory ? OptionalLong.of(directory - furthest) : OptionalLong.empty();
    }
}
