package io.mediapreflight.probe.video;

import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.bits.BitReader;
import io.mediapreflight.probe.bits.EndOfBitsException;
import java.util.Locale;
import java.util.Optional;

/** {@code av1C} (AV1 in ISO BMFF 2.3), with the sequence header in it (AV1 5.5). */
public final class Av1Configuration {
    private static final int HEADER = 4;
    private static final int SEQUENCE_HEADER = 1; // obu_type
    private static final int MAX_LENGTH_BYTES = 8; // leb128
    private static final int HIGH_LEVEL = 7;
    private static final int PROFESSIONAL = 2;

    private final BitReader bits;
    private int profile;
    private boolean reduced;

    private Av1Configuration(BitReader bits) {
        this.bits = bits;
    }

    /**
     * Reads what is in such a box.
     *
     * @param entry the four characters of the sample entry: {@code av01}
     */
    public static CodecConfiguration read(String entry, byte[] box) {
        if (box.length < HEADER) {
            return CodecConfiguration.NONE;
        }
        boolean high = (box[2] & 0x40) != 0;
        boolean twelve = (box[2] & 0x20) != 0;
        boolean monochrome = (box[2] & 0x10) != 0;
        int depth = high ? twelve ? 12 : 10 : 8;
        String codecString = String.format(
                Locale.ROOT,
                "%s.%d.%02d%s.%02d",
                entry,
                (box[1] >> 5) & 7,
                box[1] & 0x1F,
                (box[2] & 0x80) == 0 ? "M" : "H",
                depth);
        boolean halfX = (box[2] & 8) != 0;
        boolean halfY = (box[2] & 4) != 0;
        String chroma = monochrome ? "4:0:0" : halfX ? halfY ? "4:2:0" : "4:2:2" : "4:4:4";
        Optional<PixelSize> size = Optional.empty();
        Optional<Transfer> transfer = Optional.empty();
        Optional<BitReader> header = sequenceHeader(box);
        if (header.isPresent()) {
            Av1Configuration sequence = new Av1Configuration(header.get());
            try {
                size = Optional.of(sequence.size());
                transfer = sequence.transfer();
            } catch (EndOfBitsException e) {
                // What was read until then holds.
            }
        }
        return new CodecConfiguration(
                Optional.of(codecString),
                size,
                Optional.empty(),
                Optional.of(depth),
                Optional.of(chroma),
                transfer,
                Optional.of(false));
    }

    private static Optional<BitReader> sequenceHeader(byte[] box) {
        int at = HEADER;
        while (at < box.length) {
            int type = (box[at] >> 3) & 0xF;
            boolean extended = (box[at] & 4) != 0;
            boolean sized = (box[at] & 2) != 0;
            at += extended ? 2 : 1;
            long length = (long) box.length - at;
            if (sized) {
                length = 0;
                int read = 0;
                boolean more = true;
                while (more && at < box.length && read < MAX_LENGTH_BYTES) {
                    length |= (box[at] & 0x7FL) << (7 * read);
                    read++;
                    more = box[at++] < 0;
                }
            }
            if (length < 0 || length > box.length - at) {
                return Optional.empty();
            }
            if (type == SEQUENCE_HEADER) {
                return Optional.of(new BitReader(box, at, at + (int) length));
            }
            at += (int) length;
        }
        return Optional.empty();
    }

    private PixelSize size() throws EndOfBitsException {
        profile = bits.number(3);
        bits.skip(1); // still_picture
        reduced = bits.flag();
        if (reduced) {
            bits.skip(5); // seq_level_idx
        } else {
            skipOperatingPoints();
        }
        int widthBits = bits.number(4) + 1;
        int heightBits = bits.number(4) + 1;
        return PixelSize.of(bits.bits(widthBits) + 1, bits.bits(heightBits) + 1);
    }

    private void skipOperatingPoints() throws EndOfBitsException {
        boolean timing = bits.flag();
        boolean model = false;
        int delayBits = 0;
        if (timing) {
            bits.skip(64);
            if (bits.flag()) {
                bits.unsigned(); // num_ticks_per_picture_minus_1
            }
            model = bits.flag();
            if (model) {
                delayBits = bits.number(5) + 1;
                bits.skip(42);
            }
        }
        boolean displayDelay = bits.flag();
        int points = bits.number(5);
        for (int i = 0; i <= points; i++) {
            bits.skip(12); // operating_point_idc
            if (bits.number(5) > HIGH_LEVEL) {
                bits.skip(1); // seq_tier
            }
            if (model && bits.flag()) {
                bits.skip(2L * delayBits + 1);
            }
            if (displayDelay && bits.flag()) {
                bits.skip(4);
            }
        }
    }

    /** What stands between the size and the colours has to be stepped over. */
    private Optional<Transfer> transfer() throws EndOfBitsException {
        if (!reduced && bits.flag()) {
            bits.skip(7); // lengths of frame identifiers
        }
        bits.skip(3); // superblocks, filter_intra, intra_edge_filter
        if (!reduced) {
            bits.skip(4); // interintra, masked compound, warped motion, dual filter
            boolean orderHint = bits.flag();
            bits.skip(orderHint ? 2 : 0);
            boolean chooses = bits.flag();
            boolean screenContent = chooses || bits.flag();
            if (screenContent && !bits.flag()) {
                bits.skip(1); // seq_force_integer_mv
            }
            bits.skip(orderHint ? 3 : 0);
        }
        bits.skip(3); // superres, cdef, restoration
        boolean high = bits.flag();
        if (profile == PROFESSIONAL && high) {
            bits.skip(1); // twelve_bit
        }
        if (profile != 1) {
            bits.skip(1); // mono_chrome
        }
        if (!bits.flag()) {
            return Optional.empty();
        }
        bits.skip(8); // color_primaries
        return Transfer.of(bits.number(8));
    }
}
