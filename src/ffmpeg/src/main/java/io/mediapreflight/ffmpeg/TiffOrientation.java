package io.mediapreflight.ffmpeg;

import io.mediapreflight.probe.ExifOrientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The orientation of a TIFF (TIFF 6.0 sections 2 and 8), which FFmpeg's decoder passes over. */
final class TiffOrientation {
    private static final int DIRECTORY = 4; // where the header says where the first directory is
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ENTRY_VALUE = 8;
    private static final int TAG = 0x0112;
    private static final int MASK = 0xFFFF;

    private TiffOrientation() {}

    /** Of a file; empty where it gives none. */
    static Optional<ExifOrientation> of(ByteBuffer file) {
        if (file.limit() < HEADER) {
            return Optional.empty();
        }
        ByteBuffer tiff = file.duplicate().order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(DIRECTORY));
        if (directory > tiff.limit() - 2) {
            return Optional.empty();
        }
        long first = directory + 2;
        long last = first + (long) ENTRY * (tiff.getShort((int) directory) & MASK);
        for (long entry = first; entry < last && entry + ENTRY <= tiff.limit(); entry += ENTRY) {
            if ((tiff.getShort((int) entry) & MASK) == TAG) {
                return ExifOrientation.ofTag(tiff.getShort((int) entry + ENTRY_VALUE) & MASK);
            }
        }
        return Optional.empty();
    }
}
