package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.Optional;

/** {@code esds} of an audio sample entry (ISO/IEC 14496-1 7.2.6), with the AudioSpecificConfig in it (14496-3 1.6.2). */
final class AacConfiguration {
    private static final int ESDS = Box.code("esds");

    /** Behind the header and the count of {@code stsd}, and the audio sample entry's own fields. */
    private static final int CHILDREN = 8 + 36;

    /** So much of the descriptors is looked at; AAC takes about 40 bytes. */
    private static final int MAX_BYTES = 64;

    private static final int DECODER_SPECIFIC_INFO = 5;
    private static final int MPEG_4_AUDIO = 0x40;
    private static final int ESCAPED_TYPE = 31;
    private static final int EXPLICIT_FREQUENCY = 15;
    private static final int EIGHT_CHANNELS = 7;

    private AacConfiguration() {}

    /** Empty where there is no such box, or it says nothing of channels. */
    static Optional<Integer> channels(Window window, Box stsd) throws IOException, MalformedException {
        Boxes children = new Boxes(window, stsd.body() + CHILDREN, stsd.end());
        while (children.next()) {
            if (children.type() == ESDS) {
                Box esds = children.box();
                int length = (int) Math.min(esds.end() - esds.body(), MAX_BYTES);
                return channels(window.bytes(esds.body(), length));
            }
        }
        return Optional.empty();
    }

    /**
     * The descriptors stand one within the other: ES, decoder configuration, decoder specific info. Each has a tag, and a length
     * of seven bits a byte.
     */
    private static Optional<Integer> channels(byte[] box) {
        int[] fields = {3, 13}; // bytes of the first two descriptors before the next one
        int at = 4; // version and flags
        for (int depth = 0; depth < 3; depth++) {
            int tag = at < box.length ? box[at] & 0xFF : 0;
            at++;
            while (at < box.length && box[at] < 0) {
                at++;
            }
            at++;
            if (depth == 2) {
                return tag == DECODER_SPECIFIC_INFO ? configured(box, at) : Optional.empty();
            }
            if (depth == 1 && (at >= box.length || (box[at] & 0xFF) != MPEG_4_AUDIO)) {
                return Optional.empty();
            }
            at += fields[depth];
        }
        return Optional.empty();
    }

    private static Optional<Integer> configured(byte[] box, int at) {
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = (bits << 8) | (at + i < box.length ? box[at + i] & 0xFF : 0);
        }
        int left = 56 - 5;
        if (((bits >> left) & 0x1F) == ESCAPED_TYPE) {
            left -= 6;
        }
        left -= 4;
        if (((bits >> left) & 0xF) == EXPLICIT_FREQUENCY) {
            left -= 24;
        }
        left -= 4;
        int configuration = (int) ((bits >> left) & 0xF);
        if (configuration < 1 || configuration > EIGHT_CHANNELS) {
            return Optional.empty();
        }
        return Optional.of(configuration == EIGHT_CHANNELS ? 8 : configuration);
    }
}
