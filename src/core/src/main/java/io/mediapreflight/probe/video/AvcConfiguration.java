package io.mediapreflight.probe.video;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.bits.BitReader;
import io.mediapreflight.probe.bits.EndOfBitsException;
import java.util.Optional;
import java.util.Set;

/** {@code avcC} (ISO/IEC 14496-15 5.3.3), with the first sequence parameter set in it (ITU-T H.264 7.3.2.1.1). */
public final class AvcConfiguration {
    private static final int HEADER = 6; // up to the number of sequence parameter sets
    private static final int COUNT_MASK = 0x1F;
    private static final int MACROBLOCK = 16;
    private static final int MAX_MACROBLOCKS = 1 << 16;
    private static final int MAX_REFERENCES = 255;

    /** The profiles whose parameter sets say which chroma format and bit depth they have. */
    private static final Set<Integer> HIGH_PROFILES =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

    private final BitReader bits;
    private int chroma = 1;
    private int bitDepth = 8;

    private AvcConfiguration(BitReader bits) {
        this.bits = bits;
    }

    /**
     * Reads what is in such a box.
     *
     * @param entry the four characters of the sample entry, such as {@code avc1}
     */
    public static CodecConfiguration read(String entry, byte[] box) {
        if (box.length < HEADER) {
            return CodecConfiguration.NONE;
        }
        String codecString = CodecConfiguration.codecString(entry, box, 1, 3);
        try {
            BitReader lengths = new BitReader(box, HEADER - 1, box.length);
            int count = lengths.number(8) & COUNT_MASK;
            int length = lengths.number(16);
            int from = HEADER + 2;
            for (; count > 1 && length == 0; count--) {
                length = lengths.number(16); // decoders step over an empty one
                from += 2;
            }
            if (count == 0 || length < 1 || length > box.length - from) {
                return CodecConfiguration.named(codecString);
            }
            return new AvcConfiguration(BitReader.ofUnit(box, from + 1, from + length)).parameters(codecString);
        } catch (EndOfBitsException e) {
            return CodecConfiguration.named(codecString);
        }
    }

    private CodecConfiguration parameters(String codecString) throws EndOfBitsException {
        int profile = bits.number(8);
        bits.skip(16); // constraints, level_idc
        bits.unsigned(); // seq_parameter_set_id
        if (HIGH_PROFILES.contains(profile)) {
            readFormat();
        }
        bits.unsigned(); // log2_max_frame_num_minus4
        skipOrder();
        bits.unsigned(); // max_num_ref_frames
        bits.skip(1); // gaps_in_frame_num_value_allowed_flag
        long width = MACROBLOCK * (bits.unsigned(MAX_MACROBLOCKS) + 1L);
        long units = bits.unsigned(MAX_MACROBLOCKS) + 1L;
        boolean framesOnly = bits.flag();
        if (!framesOnly) {
            bits.skip(1); // mb_adaptive_frame_field_flag
        }
        bits.skip(1); // direct_8x8_inference_flag
        int fields = framesOnly ? 1 : 2;
        Optional<PixelSize> size = cropped(width, units * MACROBLOCK * fields, fields);
        VideoUsability usability = bits.flag() ? VideoUsability.read(bits) : VideoUsability.NONE;
        return new CodecConfiguration(
                Optional.of(codecString),
                size,
                usability.sampleAspectRatio(),
                Optional.of(bitDepth),
                Optional.of(CodecConfiguration.chroma(chroma)),
                usability.transfer(),
                Optional.of(!framesOnly));
    }

    private void readFormat() throws EndOfBitsException {
        chroma = bits.unsigned(3);
        if (chroma == 3) {
            bits.skip(1); // separate_colour_plane_flag
        }
        bitDepth = 8 + bits.unsigned(6);
        bits.unsigned(); // bit_depth_chroma_minus8
        bits.skip(1); // qpprime_y_zero_transform_bypass_flag
        if (bits.flag()) {
            int lists = chroma == 3 ? 12 : 8;
            for (int i = 0; i < lists; i++) {
                if (bits.flag()) {
                    skipScalingList(i < 6 ? 16 : 64);
                }
            }
        }
    }

    private void skipScalingList(int size) throws EndOfBitsException {
        long last = 8;
        long next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = Math.floorMod(last + bits.signed(), 256);
            }
            last = next == 0 ? last : next;
        }
    }

    /** The syntax elements of the order of frames. */
    private void skipOrder() throws EndOfBitsException {
        int type = bits.unsigned(2);
        if (type == 0) {
            bits.unsigned();
        } else if (type == 1) {
            bits.skip(1);
            bits.signed();
            bits.signed();
            int cycle = bits.unsigned(MAX_REFERENCES);
            for (int i = 0; i < cycle; i++) {
                bits.signed();
            }
        }
    }

    private Optional<PixelSize> cropped(long width, long height, int fields) throws EndOfBitsException {
        if (!bits.flag()) {
            return Optional.of(PixelSize.of(width, height));
        }
        int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
        int unitY = (chroma == 1 ? 2 : 1) * fields;
        long croppedWidth = width - unitX * (bits.unsigned() + bits.unsigned());
        long croppedHeight = height - unitY * (bits.unsigned() + bits.unsigned());
        return croppedWidth < 1 || croppedHeight < 1
                ? Optional.empty()
                : Optional.of(PixelSize.of(croppedWidth, croppedHeight));
    }
}
