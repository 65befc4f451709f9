package io.mediapreflight.probe.image;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.jpeg.JpegProbe;
import io.mediapreflight.probe.image.png.PngProbe;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Asks one probe alone. */
public final class Probing {
    private Probing() {}

    public static Probed jpeg(byte[] bytes) throws IOException {
        return probed(new JpegProbe(), BytesSource.of(bytes));
    }

    public static Probed png(byte[] bytes) throws IOException {
        return probed(new PngProbe(), BytesSource.of(bytes));
    }

    public static Probed probed(HeaderProbe probe, Source source) throws IOException {
        return probe.probe(new Window(source, ByteBuffer.allocate(Window.CAPACITY)));
    }

    public static ImageFacts facts(Probed probed) {
        return (ImageFacts) probed.facts().orElseThrow(() -> new AssertionError(probed.defects()));
    }

    public static Completeness completeness(Probed probed) {
        return probed.completeness().orElseThrow(() -> new AssertionError(probed.defects()));
    }

    /** What is wrong with a file whose header cannot be read. */
    public static Malformed defect(Probed probed) {
        if (probed.facts().isPresent() || probed.defects().size() != 1) {
            throw new AssertionError(probed);
        }
        return probed.defects().get(0);
    }
}
