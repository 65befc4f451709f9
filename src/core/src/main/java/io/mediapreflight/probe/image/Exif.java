package io.mediapreflight.probe.image;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.Optional;

/** Finds the orientation in a TIFF structure (EXIF 2.32 4.5, TIFF 6.0 section 2). Only IFD0 is looked at: the orientation of the thumbnail stands in IFD1. */
public final class Exif {
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;
    private static final int MAGIC = 42;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private final Window window;
    private final boolean littleEndian;

    private Exif(Window window, boolean littleEndian) {
        this.window = window;
        this.littleEndian = littleEndian;
    }

    /**
     * The orientation that the bytes from {@code tiff} up to {@code end} give; empty where they give none, or make no
     * sense: metadata that cannot be read do not make the image unreadable.
     */
    public static Optional<ExifOrientation> orientation(Window window, long tiff, long end)
            throws IOException, MalformedException {
        if (end - tiff < 8 || !window.has(tiff, 8)) {
            return Optional.empty();
        }
        int order = window.u16(tiff);
        if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
            return Optional.empty();
        }
        return new Exif(window, order == LITTLE_ENDIAN).inFirstDirectory(tiff, end);
    }

    private Optional<ExifOrientation> inFirstDirectory(long tiff, long end) throws IOException, MalformedException {
        long directory = tiff + u32(tiff + 4);
        if (u16(tiff + 2) != MAGIC || directory > end - 2 || !window.has(directory, 2)) {
            return Optional.empty();
        }
        int entries = u16(directory);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry > end - ENTRY || !window.has(entry, ENTRY)) {
                return Optional.empty();
            }
            int tag = u16(entry);
            if (tag == ORIENTATION) {
                return ExifOrientation.ofTag(u16(entry + 2) == SHORT ? u16(entry + 8) : u32(entry + 8));
            }
        }
        return Optional.empty();
    }

    private int u16(long offset) throws IOException, MalformedException {
        return littleEndian ? window.u16LittleEndian(offset) : window.u16(offset);
    }

    private long u32(long offset) throws IOException, MalformedException {
        return littleEndian ? window.u32LittleEndian(offset) : window.u32(offset);
    }
}
