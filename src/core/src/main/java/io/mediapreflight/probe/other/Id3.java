package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.Optional;

/** Audio behind an ID3v2 tag (id3v2.4.0-structure 3.1): FLAC, AAC as HLS cuts it, or else MP3, their first use. */
final class Id3 implements Recogniser {
    private static final int HEADER = 10;
    /** ID3v2.2 to 2.4. A text may begin with these letters, and goes on with letters. */
    private static final int FIRST_VERSION = 2;

    private static final int LAST_VERSION = 4;
    private static final int HAS_FOOTER = 0x10;

    /** A tag may follow a tag, where a program put its own before one that it did not know. */
    private static final int MAX_TAGS = 3;

    private static final int FLAC = 0x664C6143;

    @Override
    public Optional<Probed> recognise(Prefix prefix) throws IOException, MalformedException {
        if (!isTag(prefix, 0)) {
            return Optional.empty();
        }
        long at = 0;
        for (int i = 0; i < MAX_TAGS && isTag(prefix, at); i++) {
            at += tagLength(prefix.window(), at);
        }
        Format format = behind(prefix, at);
        return Optional.of(Probed.named(format, format.kind()));
    }

    /** {@code ID3}, a version, flags, and a size in which no byte has its highest bit set. */
    private static boolean isTag(Prefix prefix, long at) throws IOException, MalformedException {
        if (!prefix.goesOnAt(at, HEADER) || !prefix.window().has(at, HEADER)) {
            return false;
        }
        Window window = prefix.window();
        return window.text(at, 3).equals("ID3")
                && window.u8(at + 3) >= FIRST_VERSION
                && window.u8(at + 3) <= LAST_VERSION
                && (window.i32(at + 6) & 0x80808080) == 0;
    }

    private static long tagLength(Window window, long at) throws IOException, MalformedException {
        long bytes = 0;
        for (int i = 6; i < HEADER; i++) {
            bytes = bytes << 7 | window.u8(at + i);
        }
        boolean footer = (window.u8(at + 5) & HAS_FOOTER) != 0;
        return bytes + (footer ? 2 * HEADER : HEADER);
    }

    private static Format behind(Prefix prefix, long at) throws IOException, MalformedException {
        if (!prefix.goesOnAt(at, AudioFrame.HEADER) || !prefix.window().has(at, AudioFrame.HEADER)) {
            return Format.MP3;
        }
        if (prefix.window().i32(at) == FLAC) {
            return Format.FLAC;
        }
        Optional<AudioFrame> frame = AudioFrame.at(prefix.window(), at);
        return frame.isPresent() ? frame.get().format() : Format.MP3;
    }
}
