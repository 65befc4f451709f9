package io.mediapreflight.probe.audio;

import io.mediapreflight.probe.bits.BitReader;
import io.mediapreflight.probe.bits.EndOfBitsException;
import java.util.Optional;

/** {@code dac3} and {@code dec3}, of AC-3 and E-AC-3 (ETSI TS 102 366 F.4 and F.6). */
public final class Ac3Configuration {
    /** Full bandwidth channels by {@code acmod}; the first is of two that are independent. */
    private static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};

    private Ac3Configuration() {}

    /** By what {@code dac3} holds; empty where it ends too soon. */
    public static Optional<Integer> ofAc3(byte[] box) {
        BitReader bits = new BitReader(box, 0, box.length);
        try {
            bits.skip(2 + 5 + 3); // fscod, bsid, bsmod
            return Optional.of(channels(bits));
        } catch (EndOfBitsException e) {
            return Optional.empty();
        }
    }

    /** By what {@code dec3} holds; empty too where more than one stream carries them. */
    public static Optional<Integer> ofEnhancedAc3(byte[] box) {
        BitReader bits = new BitReader(box, 0, box.length);
        try {
            bits.skip(13); // data_rate
            int moreStreams = bits.number(3);
            bits.skip(2 + 5 + 1 + 1 + 3); // fscod, bsid, reserved, asvc, bsmod
            int channels = channels(bits);
            bits.skip(3);
            int dependentStreams = bits.number(4);
            return moreStreams == 0 && dependentStreams == 0 ? Optional.of(channels) : Optional.empty();
        } catch (EndOfBitsException e) {
            return Optional.empty();
        }
    }

    /** The effects channel counts too. */
    private static int channels(BitReader bits) throws EndOfBitsException {
        int channels = CHANNELS[bits.number(3)];
        return bits.flag() ? channels + 1 : channels;
    }
}
