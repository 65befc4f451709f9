package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The index of a multi-picture file (CIPA DC-007 5.2): previews, further views, gain maps behind the first image. */
final class MpfIndex {
    /** Entries of the index; stereo cameras write two, gain maps make two or three. */
    private static final int MAX_IMAGES = 64;

    /** Tags of its directory; the standard has a dozen. */
    private static final int MAX_TAGS = 64;

    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int ENTRIES = 0xB002;
    private static final int IFD_ENTRY = 12;
    private static final int IMAGE_ENTRY = 16;

    private final Window window;
    private final long tiff;
    private final boolean littleEndian;

    private MpfIndex(Window window, long tiff, boolean littleEndian) {
        this.window = window;
        this.tiff = tiff;
        this.littleEndian = littleEndian;
    }

    /**
     * Where the first image ends: by its own length, by where the next one begins, which may lie further on, and by the lengths of
     * the others, counted from the end of the file: those still hold where the first image was cut. Nothing where the index makes
     * no sense.
     *
     * @param tiff where the structure begins from which offsets in it count
     */
    static List<Long> ends(Window window, long tiff) throws IOException, MalformedException {
        return window.has(tiff, 8) ? new MpfIndex(window, tiff, window.u16(tiff) == LITTLE_ENDIAN).ends() : List.of();
    }

    private List<Long> ends() throws IOException, MalformedException {
        long directory = tiff + u32(tiff + 4);
        int tags = window.has(directory, 2) ? Math.min(MAX_TAGS, u16(directory)) : 0;
        for (int i = 0; i < tags; i++) {
            long tag = directory + 2 + (long) i * IFD_ENTRY;
            if (!window.has(tag, IFD_ENTRY)) {
                return List.of();
            }
            if (u16(tag) == ENTRIES) {
                return ends(tiff + u32(tag + 8), Math.min(MAX_IMAGES, u32(tag + 4) / IMAGE_ENTRY));
            }
        }
        return List.of();
    }

    private List<Long> ends(long entries, long count) throws IOException, MalformedException {
        List<Long> ends = new ArrayList<>(3);
        long others = 0;
        long nextStart = Long.MAX_VALUE;
        for (long entry = entries; entry < entries + count * IMAGE_ENTRY; entry += IMAGE_ENTRY) {
            if (!window.has(entry, IMAGE_ENTRY)) {
                break;
            }
            long offset = u32(entry + 8);
            if (entry == entries) {
                ends.add(u32(entry + 4));
            } else if (offset > 0) {
                nextStart = Math.min(nextStart, tiff + offset);
                others += u32(entry + 4);
            }
        }
        if (nextStart != Long.MAX_VALUE) {
            ends.add(nextStart);
            ends.add(window.size().atLeast() - others);
        }
        return ends;
    }

    private int u16(long offset) throws IOException, MalformedException {
        return littleEndian ? window.u16LittleEndian(offset) : window.u16(offset);
    }

    private long u32(long offset) throws IOException, MalformedException {
        return littleEndian ? window.u32LittleEndian(offset) : window.u32(offset);
    }
}
