package io.mediapreflight.probe.video;

import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * What a codec configuration says of the frames. What it does not say, or what cannot be read, is empty.
 *
 * @param codecString as RFC 6381 has it, such as {@code avc1.64001f}
 * @param size of a frame after cropping, in pixels
 * @param sampleAspectRatio width to height of a pixel
 * @param bitDepth of luma
 * @param chromaSubsampling such as {@code 4:2:0}; {@code 4:0:0} without colour
 * @param transfer how brightness is coded
 * @param interlaced whether frames may be two fields
 */
public record CodecConfiguration(
        Optional<String> codecString,
        Optional<PictureSize> size,
        Optional<Fraction> sampleAspectRatio,
        Optional<Integer> bitDepth,
        Optional<String> chromaSubsampling,
        Optional<Transfer> transfer,
        Optional<Boolean> interlaced) {
    /** So much of a configuration is read: parameter sets stand in front, and x265 puts 2 KB of its options behind them. */
    public static final int MAX_BYTES = 1024;

    /** What says nothing. */
    public static final CodecConfiguration NONE = new CodecConfiguration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Of this codec string alone. */
    static CodecConfiguration named(String codecString) {
        return new CodecConfiguration(
                Optional.of(codecString),
                NONE.size,
                NONE.sampleAspectRatio,
                NONE.bitDepth,
                NONE.chromaSubsampling,
                NONE.transfer,
                NONE.interlaced);
    }

    /** By {@code chroma_format_idc} of H.264 and HEVC. */
    static String chroma(int format) {
        return switch (format) {
            case 0 -> "4:0:0";
            case 1 -> "4:2:0";
            case 2 -> "4:2:2";
            default -> "4:4:4";
        };
    }

    /** The entry, a full stop, and so many bytes in hexadecimal digits. */
    static String codecString(String entry, byte[] box, int from, int count) {
        StringBuilder name =
                new StringBuilder(entry.length() + 1 + 2 * count).append(entry).append('.');
        for (int i = from; i < from + count; i++) {
            name.append(Character.forDigit((box[i] >> 4) & 0xF, 16)).append(Character.forDigit(box[i] & 0xF, 16));
        }
        return name.toString();
    }
}
