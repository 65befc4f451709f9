package io.mediapreflight.ffmpeg.png;

import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.text.Phrase;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the data of a PNG's image (PNG 3, 10 and 11.2.3) to see whether they are whole. FFmpeg shows what it could unpack, and is
 * silent on the rest.
 */
public final class PngData {
    private static final int SIGNATURE = 8;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHECKSUM = 4;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int BUFFER = 1 << 16;

    private final Watch watch;
    private final byte[] buffer = new byte[BUFFER];

    public PngData(Watch watch) {
        this.watch = watch;
    }

    /**
     * What is wrong with the compressed data, a clause. Empty also where there are none, or where the image begins with another
     * chunk than its header, such as Apple's own: those are for FFmpeg to judge. Data behind the image are no damage where
     * they end in order: viewers pass over them.
     *
     * @param png big-endian, up to its limit; its position does not matter and does not change
     */
    public Optional<String> damage(ByteBuffer png) throws StoppedException {
        Optional<PngRows> rows = header(png);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            return damage(png, rows.get(), inflater);
        } catch (DataFormatException e) {
            return Optional.of(Phrase.of("ffmpeg:png.data-damaged").toString());
        } finally {
            inflater.end();
        }
    }

    private static Optional<PngRows> header(ByteBuffer png) {
        boolean isThere = png.limit() >= SIGNATURE + LENGTH_AND_TYPE + PngRows.HEADER
                && png.getInt(SIGNATURE) == PngRows.HEADER
                && png.getInt(SIGNATURE + Integer.BYTES) == IHDR;
        return isThere ? PngRows.of(png.slice(SIGNATURE + LENGTH_AND_TYPE, PngRows.HEADER)) : Optional.empty();
    }

    private Optional<String> damage(ByteBuffer png, PngRows rows, Inflater inflater)
            throws DataFormatException, StoppedException {
        boolean isThere = false;
        long from = SIGNATURE;
        while (!inflater.finished() && !rows.isOver() && png.limit() - from >= LENGTH_AND_TYPE) {
            long length = Integer.toUnsignedLong(png.getInt((int) from));
            long data = from + LENGTH_AND_TYPE;
            if (png.getInt((int) from + Integer.BYTES) == IDAT) {
                isThere = true;
                inflater.setInput(png.slice((int) data, (int) Math.min(length, png.limit() - data)));
                if (!unpack(inflater, rows)) {
                    return Optional.of(Phrase.of("ffmpeg:png.filter").toString());
                }
            }
            from = data + length + CHECKSUM;
        }
        if (!isThere || rows.isOver() || (rows.areComplete() && inflater.finished())) {
            return Optional.empty();
        }
        return Optional.of(
                rows.areComplete()
                        ? Phrase.of("ffmpeg:png.no-checksum").toString()
                        : Phrase.of("ffmpeg:png.too-short").toString());
    }

    /** Unpacks what the inflater was given; false where a row says that it was filtered as no row can be. */
    private boolean unpack(Inflater inflater, PngRows rows) throws DataFormatException, StoppedException {
        while (!inflater.finished() && !rows.isOver()) {
            watch.check();
            int count = inflater.inflate(buffer);
            if (count == 0) {
                if (inflater.needsDictionary()) {
                    throw new DataFormatException(); // PNG has no dictionaries
                }
                if (inflater.needsInput()) {
                    return true;
                }
            }
            if (!rows.take(buffer, count)) {
                return false;
            }
        }
        return true;
    }
}
