package io.mediapreflight.probe.video;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.bits.BitReader;
import io.mediapreflight.probe.bits.EndOfBitsException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/** {@code hvcC} (ISO/IEC 14496-15 8.3.3), with the first sequence parameter set in it (ITU-T H.265 7.3.2.2.1). */
public final class HevcConfiguration {
    private static final int HEADER = 23; // up to the arrays of units
    private static final int PARAMETER_SET = 33; // nal_unit_type
    private static final int UNIT_HEADER = 2;
    private static final int PROFILE_BITS = 88;
    private static final int MAX_SETS = 64;
    private static final int MAX_FRAMES = 16;
    private static final int MAX_LONG_TERM = 32;
    private static final int MAX_SIDE = 1 << 16;

    private final BitReader bits;
    private int subLayers;
    private int chroma;
    private Optional<PixelSize> size = Optional.empty();
    private int bitDepth;
    private int orderBits;

    private HevcConfiguration(BitReader bits) {
        this.bits = bits;
    }

    /**
     * Reads what is in such a box.
     *
     * @param entry the four characters of the sample entry, such as {@code hvc1}
     */
    public static CodecConfiguration read(String entry, byte[] box) {
        if (box.length < HEADER) {
            return CodecConfiguration.NONE;
        }
        String codecString = codecString(entry, box);
        Optional<Boolean> interlaced = interlaced(box);
        Optional<BitReader> set = parameterSet(box);
        if (set.isPresent()) {
            HevcConfiguration configuration = new HevcConfiguration(set.get());
            try {
                configuration.readSizes();
                return configuration.found(codecString, configuration.usability(), interlaced);
            } catch (EndOfBitsException e) {
                return configuration.size.isPresent()
                        ? configuration.found(codecString, VideoUsability.NONE, interlaced)
                        : CodecConfiguration.named(codecString);
            }
        }
        return new CodecConfiguration(
                Optional.of(codecString),
                Optional.empty(),
                Optional.empty(),
                Optional.of(8 + (box[17] & 7)),
                Optional.of(CodecConfiguration.chroma(box[16] & 3)),
                Optional.empty(),
                interlaced);
    }

    private CodecConfiguration found(String codecString, VideoUsability usability, Optional<Boolean> interlaced) {
        return new CodecConfiguration(
                Optional.of(codecString),
                size,
                usability.sampleAspectRatio(),
                Optional.of(bitDepth),
                Optional.of(CodecConfiguration.chroma(chroma)),
                usability.transfer(),
                interlaced);
    }

    /** ISO/IEC 14496-15 E.3: profile, its compatibility with the bits in reverse, tier and level, constraints. */
    private static String codecString(String entry, byte[] box) {
        StringBuilder text = new StringBuilder(entry).append('.');
        int space = (box[1] >> 6) & 3;
        if (space > 0) {
            text.append((char) ('A' + space - 1));
        }
        int compatibility = ByteBuffer.wrap(box).getInt(2);
        text.append(box[1] & 0x1F)
                .append('.')
                .append(Integer.toHexString(Integer.reverse(compatibility)))
                .append('.')
                .append((box[1] & 0x20) == 0 ? 'L' : 'H')
                .append(box[12] & 0xFF);
        int last = 11;
        while (last >= 6 && box[last] == 0) {
            last--;
        }
        for (int i = 6; i <= last; i++) {
            text.append('.').append(Integer.toHexString(box[i] & 0xFF).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** Both flags of the source may be set or neither, and then nothing is known. */
    private static Optional<Boolean> interlaced(byte[] box) {
        boolean progressive = (box[6] & 0x80) != 0;
        boolean fields = (box[6] & 0x40) != 0;
        return progressive == fields ? Optional.empty() : Optional.of(fields);
    }

    private static Optional<BitReader> parameterSet(byte[] box) {
        int arrays = box[HEADER - 1] & 0xFF;
        int at = HEADER;
        for (int i = 0; i < arrays && at + 3 <= box.length; i++) {
            int type = box[at] & 0x3F;
            int units = u16(box, at + 1);
            at += 3;
            for (int unit = 0; unit < units && at + 2 <= box.length; unit++) {
                int length = u16(box, at);
                at += 2;
                if (length > box.length - at) {
                    return Optional.empty();
                }
                if (type == PARAMETER_SET && length > UNIT_HEADER) {
                    return Optional.of(BitReader.ofUnit(box, at + UNIT_HEADER, at + length));
                }
                at += length;
            }
        }
        return Optional.empty();
    }

    private static int u16(byte[] box, int at) {
        return ((box[at] & 0xFF) << 8) | (box[at + 1] & 0xFF);
    }

    private void readSizes() throws EndOfBitsException {
        bits.skip(4); // sps_video_parameter_set_id
        subLayers = bits.number(3);
        bits.skip(1); // sps_temporal_id_nesting_flag
        skipProfiles();
        bits.unsigned(); // sps_seq_parameter_set_id
        chroma = bits.unsigned(3);
        if (chroma == 3) {
            bits.skip(1); // separate_colour_plane_flag
        }
        long width = bits.unsigned(MAX_SIDE);
        long height = bits.unsigned(MAX_SIDE);
        if (bits.flag()) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = chroma == 1 ? 2 : 1;
            width -= unitX * (bits.unsigned() + bits.unsigned());
            height -= unitY * (bits.unsigned() + bits.unsigned());
        }
        bitDepth = 8 + bits.unsigned(8);
        size = width < 1 || height < 1 ? Optional.empty() : Optional.of(PixelSize.of(width, height));
    }

    /** {@code profile_tier_level}. */
    private void skipProfiles() throws EndOfBitsException {
        bits.skip(PROFILE_BITS + 8);
        long profiles = 0;
        long levels = 0;
        for (int i = 0; i < subLayers; i++) {
            profiles += bits.bits(1);
            levels += bits.bits(1);
        }
        bits.skip(subLayers > 0 ? 2 * (8 - subLayers) : 0);
        bits.skip(profiles * PROFILE_BITS + levels * 8);
    }

    /** Everything between the bit depths and the usability information has to be stepped over. */
    private VideoUsability usability() throws EndOfBitsException {
        bits.unsigned(); // bit_depth_chroma_minus8
        orderBits = 4 + bits.unsigned(12);
        int from = bits.flag() ? 0 : subLayers;
        for (int i = from; i <= subLayers; i++) {
            bits.unsigned();
            bits.unsigned();
            bits.unsigned();
        }
        for (int i = 0; i < 6; i++) {
            bits.unsigned(); // sizes and depths of blocks
        }
        boolean scales = bits.flag();
        if (scales && bits.flag()) { // scaling_list_enabled_flag, sps_scaling_list_data_present_flag
            skipScalingLists();
        }
        bits.skip(2); // amp_enabled_flag, sample_adaptive_offset_enabled_flag
        if (bits.flag()) {
            bits.skip(8); // bit depths of PCM
            bits.unsigned();
            bits.unsigned();
            bits.skip(1);
        }
        skipReferenceSets();
        bits.skip(2); // sps_temporal_mvp_enabled_flag, strong_intra_smoothing_enabled_flag
        return bits.flag() ? VideoUsability.read(bits) : VideoUsability.NONE;
    }

    private void skipScalingLists() throws EndOfBitsException {
        for (int size = 0; size < 4; size++) {
            int step = size == 3 ? 3 : 1;
            for (int matrix = 0; matrix < 6; matrix += step) {
                if (!bits.flag()) {
                    bits.unsigned(); // scaling_list_pred_matrix_id_delta
                    continue;
                }
                if (size > 1) {
                    bits.signed(); // scaling_list_dc_coef_minus8
                }
                int coefficients = Math.min(64, 1 << (4 + (size << 1)));
                for (int i = 0; i < coefficients; i++) {
                    bits.signed();
                }
            }
        }
    }

    private void skipReferenceSets() throws EndOfBitsException {
        int sets = bits.unsigned(MAX_SETS);
        int frames = 0;
        for (int i = 0; i < sets; i++) {
            frames = i > 0 && bits.flag() ? predicted(frames) : listed();
        }
        if (bits.flag()) {
            int longTerm = bits.unsigned(MAX_LONG_TERM);
            bits.skip((long) longTerm * (orderBits + 1));
        }
    }

    /** A set that changes the one before; returns how many frames it has. */
    private int predicted(int before) throws EndOfBitsException {
        bits.skip(1); // delta_rps_sign
        bits.unsigned(); // abs_delta_rps_minus1
        int frames = 0;
        for (int i = 0; i <= before; i++) {
            boolean used = bits.flag();
            frames += used || bits.flag() ? 1 : 0; // used_by_curr_pic_flag, else use_delta_flag
        }
        return frames;
    }

    private int listed() throws EndOfBitsException {
        int frames = bits.unsigned(MAX_FRAMES) + bits.unsigned(MAX_FRAMES);
        for (int i = 0; i < frames; i++) {
            bits.unsigned();
            bits.skip(1);
        }
        return frames;
    }
}
