package io.mediapreflight.ffmpeg.agreement;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import java.nio.file.Path;
import java.util.Optional;

/** What the header probes say of a file. */
public final class HeaderReadings {
    private static final Preflight PREFLIGHT = Preflight.standard();

    private HeaderReadings() {}

    /** Empty where the headers promise nothing that could be decoded. */
    public static Optional<Probed> probed(Path file) {
        return PREFLIGHT.inspect(file) instanceof Inspection.Seen seen
                ? Optional.of(seen.probed()).filter(probed -> probed.facts().isPresent())
                : Optional.empty();
    }

    public static Optional<MediaReading> read(Path file) {
        return probed(file).map(HeaderReadings::reading);
    }

    public static MediaReading reading(Probed probed) {
        Format format = probed.format().orElseThrow();
        return probed.facts().orElseThrow() instanceof ImageFacts image
                ? ImageReading.of(format, image)
                : VideoReading.of(format, (VideoFacts) probed.facts().orElseThrow());
    }
}
