package io.mediapreflight.probe.audio;

import io.mediapreflight.probe.bits.BitReader;
import io.mediapreflight.probe.bits.EndOfBitsException;
import java.util.Optional;
import java.util.Set;

/** {@code AudioSpecificConfig} of AAC (ISO/IEC 14496-3 1.6.2.1). */
public final class AacConfiguration {
    /** Object types whose configuration begins as that of AAC does. */
    private static final Set<Integer> KNOWN_TYPES = Set.of(1, 2, 3, 4, 5, 17, 19, 20, 23, 29, 39);

    private static final int ESCAPED_TYPE = 31;
    private static final int SPECTRAL_BAND_REPLICATION = 5;
    private static final int PARAMETRIC_STEREO = 29;
    private static final int EXPLICIT_FREQUENCY = 15;
    private static final int SBR_SYNC = 0x2B7;
    private static final int PS_SYNC = 0x548;

    /** Up to this sampling rate AAC may have parametric stereo of which only the frames know; the index and the rate itself. */
    private static final int LOW_INDEX = 6;

    private static final int LOW_RATE = 24_000;

    /** Table 1.19: channels by configuration; 0 is one that is not said here, or reserved. */
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 0, 8, 0};

    private final BitReader bits;
    private boolean isLowRate;

    private AacConfiguration(BitReader bits) {
        this.bits = bits;
    }

    /** Empty where it says nothing of channels, or where one channel may become two by parametric stereo. */
    public static Optional<Integer> channels(byte[] configuration) {
        try {
            return new AacConfiguration(new BitReader(configuration, 0, configuration.length)).channels();
        } catch (EndOfBitsException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> channels() throws EndOfBitsException {
        int type = type();
        isLowRate = isLowFrequency();
        int channels = CHANNELS[bits.number(4)];
        if (channels == 0 || !KNOWN_TYPES.contains(type)) {
            return Optional.empty();
        }
        if (channels > 1) {
            return Optional.of(channels);
        }
        if (type == PARAMETRIC_STEREO) {
            return Optional.of(2);
        }
        return type == SPECTRAL_BAND_REPLICATION ? Optional.empty() : ofOne();
    }

    private int type() throws EndOfBitsException {
        int type = bits.number(5);
        return type == ESCAPED_TYPE ? 32 + bits.number(6) : type;
    }

    private boolean isLowFrequency() throws EndOfBitsException {
        int index = bits.number(4);
        return index == EXPLICIT_FREQUENCY ? bits.number(24) <= LOW_RATE : index >= LOW_INDEX;
    }

    /** One channel, unless what may stand behind the configuration says that there are two. */
    private Optional<Integer> ofOne() {
        try {
            bits.skip(1); // frameLengthFlag
            if (bits.flag()) {
                bits.skip(14); // coreCoderDelay
            }
            bits.skip(1); // extensionFlag
            if (bits.number(11) == SBR_SYNC && bits.number(5) == SPECTRAL_BAND_REPLICATION) {
                if (!bits.flag()) {
                    return Optional.of(1); // neither band replication nor what needs it
                }
                isLowFrequency();
                return bits.number(11) == PS_SYNC ? Optional.of(bits.flag() ? 2 : 1) : Optional.empty();
            }
        } catch (EndOfBitsException e) {
            // Nothing stands behind it.
        }
        return isLowRate ? Optional.empty() : Optional.of(1);
    }
}
