package io.mediapreflight.probe.video;

import java.util.Optional;

/** What {@code esds} says of a video: MPEG-4 Visual (ISO/IEC 14496-2), MPEG-1 and MPEG-2, and still images. */
public final class Mpeg4Configuration {
    private static final int MPEG_4_VISUAL = 0x20;
    private static final int FIRST_MPEG_2 = 0x60;
    private static final int LAST_MPEG_2 = 0x65;
    private static final int MPEG_1 = 0x6A;

    /** {@code visual_object_sequence_start_code}, behind which the profile and level stand. */
    private static final int SEQUENCE_START = 0x1B0;

    private static final int PROFILE = 4;
    private static final int SIMPLE_END = 0x10;
    private static final int ADVANCED_SIMPLE = 0xF0;
    private static final int ADVANCED_SIMPLE_END = 0xF8;

    private Mpeg4Configuration() {}

    /**
     * What is known by the object type, and by the profile.
     *
     * @param entry the four characters of the sample entry: {@code mp4v}
     * @param objectType {@code objectTypeIndication} (ISO/IEC 14496-1 7.2.6.6)
     * @param specific the decoder specific info
     */
    public static CodecConfiguration read(String entry, int objectType, byte[] specific) {
        String name = entry + "." + CodecConfiguration.hexUpperCase(objectType);
        if (objectType == MPEG_4_VISUAL) {
            return visual(name, specific);
        }
        if (objectType == MPEG_1) {
            return CodecConfiguration.ofEightBits(Optional.of(name));
        }
        boolean isMpeg2 = objectType >= FIRST_MPEG_2 && objectType <= LAST_MPEG_2;
        return isMpeg2 ? CodecConfiguration.ofDepth(name, 8) : CodecConfiguration.named(name);
    }

    /** The profiles Simple and Advanced Simple have eight bits and quarter chroma; others need not. */
    private static CodecConfiguration visual(String name, byte[] specific) {
        if (specific.length <= PROFILE || !startsSequence(specific)) {
            return CodecConfiguration.named(name);
        }
        int profile = specific[PROFILE] & 0xFF;
        boolean isSimple =
                (profile > 0 && profile < SIMPLE_END) || (profile >= ADVANCED_SIMPLE && profile < ADVANCED_SIMPLE_END);
        String named = name + "." + profile;
        return isSimple ? CodecConfiguration.ofEightBits(Optional.of(named)) : CodecConfiguration.named(named);
    }

    private static boolean startsSequence(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < PROFILE; i++) {
            start = (start << 8) | (bytes[i] & 0xFF);
        }
        return start == SEQUENCE_START;
    }
}
