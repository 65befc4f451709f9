package io.mediapreflight.ffmpeg;

import io.mediapreflight.probe.ExifOrientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/** What the first directory of a TIFF (TIFF 6.0 sections 2 and 8) says and FFmpeg's decoder passes over. */
final class TiffDirectory {
    private static final int PLACE = 4; // where the header says where the directory is
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ENTRY_VALUE = 8;
    private static final int MASK = 0xFFFF;
    private static final int ORIENTATION = 0x0112;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int SAMPLES = 0x0115;
    private static final int PALETTE = 3;
    private static final int SEPARATED = 5;
    private static final int INKS = 4;
    private static final int BITS = 0x0102;
    private static final int PLANAR = 0x011C;
    private static final int CHUNKY = 1;

    private final ByteBuffer tiff;

    /** Of a file. */
    TiffDirectory(ByteBuffer file) {
        boolean isLittle = file.limit() > 0 && file.get(0) == 'I';
        this.tiff = file.duplicate().order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Empty where it gives none. */
    Optional<ExifOrientation> orientation() {
        OptionalInt value = value(ORIENTATION);
        return value.isPresent() ? ExifOrientation.ofTag(value.getAsInt()) : Optional.empty();
    }

    /**
     * Whether FFmpeg would show other colours: of inks, such as cyan, it knows four of 8 bits that lie beside each other and takes others for red,
     * green and blue; and numbers of a palette with a transparency beside each it takes for grays.
     */
    boolean isMisread() {
        int photometric = value(PHOTOMETRIC).orElse(0);
        int samples = value(SAMPLES).orElse(1);
        if (photometric == SEPARATED) {
            return samples != INKS || value(PLANAR).orElse(CHUNKY) != CHUNKY || bitsOfFirst() != Byte.SIZE;
        }
        return photometric == PALETTE && samples > 1;
    }

    /** Those of the first of several samples, which stand elsewhere; 0 where the file does not have them. */
    private int bitsOfFirst() {
        OptionalInt entry = entry(BITS);
        if (entry.isEmpty()) {
            return 0;
        }
        long place = Integer.toUnsignedLong(tiff.getInt(entry.getAsInt() + ENTRY_VALUE));
        return place > tiff.limit() - 2 ? 0 : tiff.getShort((int) place) & MASK;
    }

    private OptionalInt value(int tag) {
        OptionalInt entry = entry(tag);
        return entry.isEmpty() ? entry : OptionalInt.of(tiff.getShort(entry.getAsInt() + ENTRY_VALUE) & MASK);
    }

    /** Where the entry of a tag begins, which lies in the file as a whole. */
    private OptionalInt entry(int tag) {
        if (tiff.limit() < HEADER) {
            return OptionalInt.empty();
        }
        long directory = Integer.toUnsignedLong(tiff.getInt(PLACE));
        if (directory > tiff.limit() - 2) {
            return OptionalInt.empty();
        }
        long first = directory + 2;
        long end = Math.min(tiff.limit(), first + (long) ENTRY * (tiff.getShort((int) directory) & MASK));
        for (long entry = first; entry + ENTRY <= end; entry += ENTRY) {
            if ((tiff.getShort((int) entry) & MASK) == tag) {
                return OptionalInt.of((int) entry);
            }
        }
        return OptionalInt.empty();
    }
}
