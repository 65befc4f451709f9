package io.mediapreflight.probe.mp4.entry;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code esds} says of the decoder (ISO/IEC 14496-1 7.2.6). Its descriptors stand one within the other: ES, decoder configuration,
 * decoder specific info. Each has a tag, and a length of seven bits a byte.
 */
public final class DecoderDescriptor {
    static final int ESDS = Box.code("esds");

    /** So much of the descriptors is looked at: those of AAC take about 40 bytes, and the profile of a video stands in front. */
    private static final int MAX_BYTES = 64;

    private static final int VERSION_AND_FLAGS = 4;
    private static final int ES = 3;
    private static final int DECODER_CONFIGURATION = 4;
    private static final int SPECIFIC_INFO = 5;

    /** Behind the object type: stream type, buffer size and bit rates. */
    private static final int CONFIGURATION_FIELDS = 13;

    private static final int DEPENDS_ON = 0x80;
    private static final int HAS_URL = 0x40;
    private static final int HAS_CLOCK = 0x20;

    private final int objectType;
    private final byte[] specific;

    private DecoderDescriptor(int objectType, byte[] specific) {
        this.objectType = objectType;
        this.specific = specific;
    }

    /** Which codec it is. */
    int objectType() {
        return objectType;
    }

    /** The beginning of what the decoder has to know; nothing where there is none. */
    byte[] specific() {
        return specific.clone();
    }

    /** Empty where the descriptors are not those of a decoder. */
    static Optional<DecoderDescriptor> read(Window window, Box esds) throws IOException, MalformedException {
        int length = (int) Math.min(esds.end() - esds.body(), MAX_BYTES);
        byte[] bytes = window.bytes(esds.body(), length);
        int es = behindHeader(bytes, VERSION_AND_FLAGS, ES);
        if (es < 0 || es + 2 >= length) {
            return Optional.empty();
        }
        int configuration = behindHeader(bytes, behindFields(bytes, es), DECODER_CONFIGURATION);
        if (configuration < 0 || configuration >= length) {
            return Optional.empty();
        }
        int specific = behindHeader(bytes, configuration + CONFIGURATION_FIELDS, SPECIFIC_INFO);
        return Optional.of(new DecoderDescriptor(
                bytes[configuration] & 0xFF,
                specific < 0 || specific > length ? new byte[0] : Arrays.copyOfRange(bytes, specific, length)));
    }

    /** Where the descriptor within an ES descriptor begins: behind its id, its flags, and the fields that these announce. */
    private static int behindFields(byte[] bytes, int es) {
        int flags = bytes[es + 2];
        int at = es + 3 + ((flags & DEPENDS_ON) != 0 ? 2 : 0);
        if ((flags & HAS_URL) != 0) {
            at += at < bytes.length ? 1 + (bytes[at] & 0xFF) : 1;
        }
        return at + ((flags & HAS_CLOCK) != 0 ? 2 : 0);
    }

    /** Behind the tag and the length of a descriptor; negative where another one, or none, stands there. */
    private static int behindHeader(byte[] bytes, int start, int tag) {
        if (start >= bytes.length || bytes[start] != tag) {
            return -1;
        }
        int at = start + 1;
        while (at < bytes.length && bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }
}
