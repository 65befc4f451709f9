package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.Optional;

/**
 * A frame of MPEG audio (ISO/IEC 11172-3 2.4.1.3, 13818-3 2.4.2.3; "2.5" as everyone writes it) or of AAC in ADTS
 * (ISO/IEC 14496-3 1.A.2.2). Layers I and II are named as MP3: the same stream but for a number.
 *
 * @param format MP3 or AAC
 * @param length in bytes, header included
 * @param stream the bits of the header that no frame of one stream changes
 */
record AudioFrame(Format format, int length, int stream) {
    /** The bytes that {@link #at} looks at. */
    static final int HEADER = 6;

    private static final int[] BITRATES_1_I = {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448};
    private static final int[] BITRATES_1_II = {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] BITRATES_1_III = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] BITRATES_2_I = {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256};
    private static final int[] BITRATES_2_II_III = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLING_RATES_1 = {44_100, 48_000, 32_000};

    /** The values of the layer field. */
    private static final int ADTS = 0;

    private static final int LAYER_III = 1;
    private static final int LAYER_I = 3;

    /** The values of the version field, ID and the bit before it. */
    private static final int VERSION_2_5 = 0;

    private static final int VERSION_RESERVED = 1;
    private static final int VERSION_1 = 3;

    private static final int ADTS_SAMPLING_RATES = 13;
    private static final int ADTS_HEADER = 7;

    /** Empty where no frame begins there. Only called where there are {@link #HEADER} bytes. */
    static Optional<AudioFrame> at(Window window, long offset) throws IOException, MalformedException {
        int header = window.i32(offset);
        if (header >>> 21 != 0x7FF) {
            return Optional.empty();
        }
        return (header >>> 17 & 3) == ADTS ? adts(header, window.u32(offset + 2)) : mpeg(header);
    }

    private static Optional<AudioFrame> adts(int header, long fromThird) {
        int length = (int) (fromThird >>> 5 & 0x1FFF);
        boolean valid = header >>> 20 == 0xFFF && (header >>> 10 & 0xF) < ADTS_SAMPLING_RATES && length >= ADTS_HEADER;
        return valid ? Optional.of(new AudioFrame(Format.AAC, length, header & 0xFFFEFC00)) : Optional.empty();
    }

    private static Optional<AudioFrame> mpeg(int header) {
        int version = header >>> 19 & 3;
        int layer = header >>> 17 & 3;
        int bitrate = header >>> 12 & 0xF;
        int samplingRate = header >>> 10 & 3;
        int padding = header >>> 9 & 1;
        // A bitrate of 0 is "free": no header gives the length.
        boolean emphasisReserved = (header & 3) == 2;
        if (version == VERSION_RESERVED || bitrate == 0 || bitrate == 0xF || samplingRate == 3 || emphasisReserved) {
            return Optional.empty();
        }
        int bitsPerSecond = 1000 * bitrates(version, layer)[bitrate - 1];
        int halvings = version == VERSION_1 ? 0 : version == VERSION_2_5 ? 2 : 1;
        int samplesPerSecond = SAMPLING_RATES_1[samplingRate] >> halvings;
        int length = layer == LAYER_I
                ? (12 * bitsPerSecond / samplesPerSecond + padding) * 4
                : (layer == LAYER_III && version != VERSION_1 ? 72 : 144) * bitsPerSecond / samplesPerSecond + padding;
        return Optional.of(new AudioFrame(Format.MP3, length, header & 0xFFFE0C00));
    }

    private static int[] bitrates(int version, int layer) {
        if (version != VERSION_1) {
            return layer == LAYER_I ? BITRATES_2_I : BITRATES_2_II_III;
        }
        return layer == LAYER_I ? BITRATES_1_I : layer == LAYER_III ? BITRATES_1_III : BITRATES_1_II;
    }
}
