package io.mediapreflight.probe.video;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        Optional<PixelSize> size,
        Optional<Fraction> sampleAspectRatio,
        Optional<Integer> bitDepth,
        Optional<String> chromaSubsampling,
        Optional<Transfer> transfer,
        Optional<Boolean> interlaced) {
    /** So much of a configuration is read: parameter sets stand in front, and x265 puts 2 KB of its options behind them. */
    public static final int MAX_BYTES = 1024;

    /** Without any fact. */
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

    /** Of a codec that has eight bits of luma and quarter chroma, whatever else there is to know. */
    public static CodecConfiguration ofEightBits(Optional<String> codecString) {
        return ofFormat(codecString, 8, chroma(1));
    }

    /** Of a codec whose name says which samples it has. */
    static CodecConfiguration ofFormat(Optional<String> codecString, int bitDepth, String chromaSubsampling) {
        return new CodecConfiguration(
                codecString,
                NONE.size,
                NONE.sampleAspectRatio,
                Optional.of(bitDepth),
                Optional.of(chromaSubsampling),
                NONE.transfer,
                NONE.interlaced);
    }

    /**
     * The sizes that it gives and the container does not: of a frame, and stretched by the sample aspect ratio.
     *
     * @param coded the container's size; empty where it gives none
     * @param isStretched whether the container gives the shape of a pixel itself
     */
    public List<PixelSize> otherSizes(Optional<PixelSize> coded, boolean isStretched) {
        if (size.isEmpty() && sampleAspectRatio.isEmpty()) {
            return List.of();
        }
        List<PixelSize> sizes = new ArrayList<>(0);
        if (size.isPresent() && !(coded.isPresent() && coded.get().isSameAs(size.get()))) {
            sizes.add(size.get());
        }
        Optional<PixelSize> frame = size.isPresent() ? size : coded;
        if (!isStretched && sampleAspectRatio.isPresent() && frame.isPresent()) {
            PixelSize stretched = frame.get().stretched(sampleAspectRatio.get());
            if (!stretched.isSameAs(frame.get())) {
                sizes.add(stretched);
            }
        }
        return sizes;
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

    /** Of a codec that is known by its name, and whose chroma is not. */
    static CodecConfiguration ofDepth(String codecString, int bitDepth) {
        return new CodecConfiguration(
                Optional.of(codecString),
                NONE.size,
                NONE.sampleAspectRatio,
                Optional.of(bitDepth),
                NONE.chromaSubsampling,
                NONE.transfer,
                NONE.interlaced);
    }

    static String hexUpperCase(int value) {
        return hex(value).toUpperCase(Locale.ROOT);
    }

    static String hex(int value) {
        return Character.toString(Character.forDigit((value >> 4) & 0xF, 16)) + Character.forDigit(value & 0xF, 16);
    }
}
