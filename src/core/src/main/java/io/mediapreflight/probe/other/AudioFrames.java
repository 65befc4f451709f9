package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.Optional;

/** MP3 or AAC that begins with its first frame: one header is weak evidence, several that chain are not. */
final class AudioFrames implements Recogniser {
    /** AAC with one header for all (ISO/IEC 14496-3 1.A.2.1). The logs of amateur radio begin so too, and are text. */
    private static final String ADIF = "ADIF";

    private static final int FEWEST = 2;
    private static final int ENOUGH = 4;

    @Override
    public Optional<Probed> recognise(Prefix prefix) throws IOException, MalformedException {
        if (prefix.holds(0, ADIF) && PlainText.of(prefix).isEmpty()) {
            return Optional.of(Probed.named(Format.AAC, Format.AAC.kind()));
        }
        Optional<AudioFrame> first = frame(prefix, 0);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int at = first.get().length();
        int frames = 1;
        while (frames < ENOUGH && prefix.has(at, AudioFrame.HEADER)) {
            Optional<AudioFrame> next = frame(prefix, at);
            if (next.isEmpty() || next.get().stream() != first.get().stream()) {
                return Optional.empty();
            }
            at += next.get().length();
            frames++;
        }
        Format format = first.get().format();
        return frames >= FEWEST ? Optional.of(Probed.named(format, format.kind())) : Optional.empty();
    }

    private static Optional<AudioFrame> frame(Prefix prefix, int at) throws IOException, MalformedException {
        return prefix.has(at, AudioFrame.HEADER) ? AudioFrame.at(prefix.window(), at) : Optional.empty();
    }
}
