package io.mediapreflight.probe.image.webp;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads WebP (RFC 9649): the first chunk, and behind an extended header the frames of an animation. */
public final class WebpProbe {
    private WebpProbe() {}

    /** What the header says. */
    public static Probed probe(Window window) throws IOException {
        List<Malformed> defects = new ArrayList<>(0);
        try {
            WebpChunks chunks = new WebpChunks(window);
            return Probed.readable(Format.WEBP, WebpImage.read(chunks, defects), chunks.completeness(), defects);
        } catch (MalformedException e) {
            return Probed.malformed(Format.WEBP, e.malformed());
        }
    }
}
