package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.io.IOException;
import java.util.Optional;

/** Windows Media (Advanced Systems Format, revision 01.20.06): WMV and WMA differ in the streams they declare. */
final class Asf implements Recogniser {
    /** ASF_Header_Object (10.1). */
    private static final String MAGIC = Signature.hex("3026B2758E66CF11A6D900AA0062CE6C");

    /** ASF_Stream_Properties_Object (10.2) and the types of stream (10.4): GUIDs in two halves, as they stand. */
    private static final long STREAM_PROPERTIES_HIGH = 0x9107DCB7_B7A9CF11L;

    private static final long STREAM_PROPERTIES_LOW = 0x8EE600C0_0C205365L;
    private static final long AUDIO_HIGH = 0x409E69F8_4D5BCF11L;
    private static final long VIDEO_HIGH = 0xC0EF19BC_4D5BCF11L;
    private static final long MEDIA_LOW = 0xA8FD0080_5F5C442BL;

    private static final int FIRST_OBJECT = 30;
    private static final int OBJECT_HEADER = 24;
    private static final int READ = OBJECT_HEADER + 16;

    /** Objects of the header that are looked at; real files have a dozen. A cover puts some behind the prefix. */
    private static final int MAX_OBJECTS = 64;

    @Override
    public Optional<Probed> recognise(Prefix prefix) throws IOException, MalformedException {
        return prefix.holds(0, MAGIC) ? Optional.of(Probed.named(Format.ASF, kind(prefix))) : Optional.empty();
    }

    /** Audio where streams of audio are declared and none of videos; a video where nothing is said. */
    private static Kind kind(Prefix prefix) throws IOException, MalformedException {
        Window window = prefix.window();
        Kind kind = Kind.VIDEO;
        long end = prefix.has(0, FIRST_OBJECT) ? size(window, 0) : 0;
        long at = FIRST_OBJECT;
        for (int i = 0; i < MAX_OBJECTS && at < end && prefix.goesOnAt(at, READ); i++) {
            if (!window.has(at, OBJECT_HEADER)) {
                break;
            }
            if (window.i64(at) == STREAM_PROPERTIES_HIGH
                    && window.i64(at + 8) == STREAM_PROPERTIES_LOW
                    && window.has(at, READ)
                    && window.i64(at + OBJECT_HEADER + 8) == MEDIA_LOW) {
                long type = window.i64(at + OBJECT_HEADER);
                if (type == VIDEO_HIGH) {
                    return Kind.VIDEO;
                }
                kind = type == AUDIO_HIGH ? Kind.AUDIO : kind;
            }
            long size = size(window, at);
            if (size < OBJECT_HEADER || size > end - at) {
                break;
            }
            at += size;
        }
        return kind;
    }

    private static long size(Window window, long object) throws IOException, MalformedException {
        return Long.reverseBytes(window.i64(object + 16));
    }
}
