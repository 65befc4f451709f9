package io.mediapreflight;

import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.gif.GifProbe;
import io.mediapreflight.probe.image.heif.HeifProbe;
import io.mediapreflight.probe.image.jpeg.JpegProbe;
import io.mediapreflight.probe.image.png.PngProbe;
import io.mediapreflight.probe.image.webp.WebpProbe;
import io.mediapreflight.probe.matroska.MatroskaProbe;
import io.mediapreflight.probe.mp4.Mp4Probe;
import io.mediapreflight.probe.other.OtherProbe;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;

/** The header probes, in the order in which they are tried. */
final class Probes {
    private static final HeaderProbe[] PROBES = {new JpegProbe(), new PngProbe(), new Mp4Probe(), new OtherProbe()};

    private Probes() {}

    /** The result of the first probe that knows the content. */
    static Probed probe(Window window) throws IOException {
        try {
            for (HeaderProbe probe : PROBES) {
                if (probe.matches(window)) {
                    return further(probe.probe(window), window);
                }
            }
        } catch (MalformedException e) {
            return Probed.unrecognised(e.malformed());
        }
        return Probed.unrecognised(
                Malformed.broken(MalformedCode.UNKNOWN_FORMAT, 0, Phrase.of("defects:any.unknown"), "every format"));
    }

    /**
     * Runs the probe of a format that is only named so far. Such probes are loaded for files of their formats alone.
     */
    private static Probed further(Probed probed, Window window) throws IOException {
        if (probed.facts().isPresent() || probed.format().isEmpty()) {
            return probed;
        }
        return switch (probed.format().get()) {
            case GIF -> GifProbe.probe(window);
            case WEBP -> WebpProbe.probe(window);
            case MKV, WEBM ->
                probed.kind() == Kind.VIDEO
                        ? MatroskaProbe.probe(window, probed.format().get())
                        : probed;
            case HEIC, AVIF -> HeifProbe.probe(window, probed.format().get());
            default -> probed;
        };
    }
}
