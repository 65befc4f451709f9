package io.mediapreflight.ffmpeg.png;

import io.mediapreflight.text.Phrase;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Walks over every chunk of a whole PNG (PNG 3, 5.3 and 5.6). A header probe reads the first chunks and the last bytes only; FFmpeg goes
 * on behind what libpng refuses.
 */
public final class PngOrder {
    private static final int SIGNATURE = 8;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int COLOUR_TYPE = SIGNATURE + LENGTH_AND_TYPE + 9;
    private static final int INDEXED = 3;
    private static final int ENTRY = 3;
    private static final int MAX_PALETTE = 256 * ENTRY;

    private final ByteBuffer png;
    private int at = SIGNATURE;
    private boolean hasPalette;
    private boolean hasData;
    private boolean isBehindData;

    private PngOrder(ByteBuffer png) {
        this.png = png;
    }

    /**
     * What is wrong with the chunks up to IEND or to the end of the file.
     *
     * @param defect a clause, with the place; empty where nothing is wrong, or where the first chunk is not IHDR, which is for FFmpeg
     *     to judge
     * @param end behind IEND; empty where there is none, or where something is wrong before it
     */
    public record Result(Optional<String> defect, OptionalInt end) {}

    /**
     * Walks over all of it, once.
     *
     * @param png big-endian, up to its limit; its position does not matter and does not change
     */
    public static Result of(ByteBuffer png) {
        boolean isStandard = png.limit() > COLOUR_TYPE && png.getInt(SIGNATURE + Integer.BYTES) == IHDR;
        return isStandard ? new PngOrder(png).walk() : new Result(Optional.empty(), OptionalInt.empty());
    }

    private Result walk() {
        while (png.limit() - at >= CHUNK_OVERHEAD) {
            int type = png.getInt(at + Integer.BYTES);
            long length = Integer.toUnsignedLong(png.getInt(at));
            Optional<String> defect = defect(type, length);
            if (defect.isPresent()) {
                return new Result(
                        Optional.of(Phrase.of("ffmpeg:png.at")
                                .with("reason", defect.get())
                                .with("offset", Integer.toString(at))
                                .toString()),
                        OptionalInt.empty());
            }
            at += CHUNK_OVERHEAD + (int) length;
            if (type == IEND) {
                return new Result(Optional.empty(), OptionalInt.of(at));
            }
            hasPalette |= type == PLTE;
            hasData |= type == IDAT && length > 0;
            isBehindData |= hasData && type != IDAT;
        }
        return new Result(Optional.empty(), OptionalInt.empty());
    }

    private Optional<String> defect(int type, long length) {
        if (!isName(type)) {
            return Optional.of(Phrase.of("ffmpeg:png.chunk-type").toString());
        }
        if (length > png.limit() - at - CHUNK_OVERHEAD) {
            return Optional.of(Phrase.of("ffmpeg:png.chunk-end").toString());
        }
        return switch (type) {
            case IHDR ->
                at == SIGNATURE
                        ? Optional.empty()
                        : Optional.of(Phrase.of("ffmpeg:png.second-header").toString());
            case PLTE -> palette(length);
            case IDAT -> imageData();
            default -> Optional.empty();
        };
    }

    /** Elsewhere than in an image of indexed colours a palette is a suggestion, and decoders pass over a wrong one. */
    private Optional<String> palette(long length) {
        boolean isPalette = length >= ENTRY && length <= MAX_PALETTE && length % ENTRY == 0;
        return isPalette || !isIndexed()
                ? Optional.empty()
                : Optional.of(Phrase.of("ffmpeg:png.palette-length")
                        .with("count", length)
                        .toString());
    }

    private Optional<String> imageData() {
        if (isBehindData) {
            return Optional.of(Phrase.of("ffmpeg:png.interrupted").toString());
        }
        return isIndexed() && !hasPalette
                ? Optional.of(Phrase.of("ffmpeg:png.no-palette").toString())
                : Optional.empty();
    }

    private boolean isIndexed() {
        return png.get(COLOUR_TYPE) == INDEXED;
    }

    /** A chunk's type is four ASCII letters (PNG 5.3). */
    private static boolean isName(int type) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int letter = (type >> shift) & 0xDF;
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }
}
