package io.mediapreflight.ffmpeg.agreement;

import io.mediapreflight.decoder.MediaReading;
import java.nio.file.Path;
import java.util.Optional;

/** The header probes under the contract. */
class HeaderReadingTest extends ReadingContract {
    @Override
    Optional<MediaReading> read(Path file) {
        return HeaderReadings.read(file);
    }

    @Override
    boolean mayOmit(String file, String fact) {
        return false;
    }
}
