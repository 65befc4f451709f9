package io.mediapreflight.probe.video;

import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.bits.BitReader;
import io.mediapreflight.probe.bits.EndOfBitsException;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * The beginning of the video usability information, which H.264 (Annex E) and HEVC (Annex E) have in common.
 *
 * @param sampleAspectRatio width to height of a pixel
 */
record VideoUsability(Optional<Fraction> sampleAspectRatio, Optional<Transfer> transfer) {
    static final VideoUsability NONE = new VideoUsability(Optional.empty(), Optional.empty());

    private static final int EXTENDED = 255;

    /** Table E-1: width and height by {@code aspect_ratio_idc}, from 1 on. */
    private static final int[] RATIOS = {
        1, 1, 12, 11, 10, 11, 16, 11, 40, 33, 24, 11, 20, 11, 32, 11, 80, 33, 18, 11, 15, 11, 64, 33, 160, 99, 4, 3, 3,
        2, 2, 1
    };

    static VideoUsability read(BitReader bits) throws EndOfBitsException {
        Optional<Fraction> ratio = bits.flag() ? ratio(bits) : Optional.empty();
        if (bits.flag()) {
            bits.skip(1); // overscan_appropriate_flag
        }
        Optional<Transfer> transfer = Optional.empty();
        if (bits.flag()) {
            bits.skip(4); // video_format, video_full_range_flag
            if (bits.flag()) {
                bits.skip(8); // colour_primaries
                transfer = Transfer.of(bits.number(8));
            }
        }
        return new VideoUsability(ratio, transfer);
    }

    private static Optional<Fraction> ratio(BitReader bits) throws EndOfBitsException {
        int index = bits.number(8);
        if (index == EXTENDED) {
            int width = bits.number(16);
            int height = bits.number(16);
            return width == 0 || height == 0 ? Optional.empty() : Optional.of(new Fraction(width, height));
        }
        int at = 2 * (index - 1);
        return at < 0 || at >= RATIOS.length ? Optional.empty() : Optional.of(new Fraction(RATIOS[at], RATIOS[at + 1]));
    }
}
