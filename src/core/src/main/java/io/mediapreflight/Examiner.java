package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import java.nio.file.Path;

/**
 * Opens media with a decoder, after their headers have been read. Failures of the file or the decoder are values, not
 * exceptions: an examination without a result is {@link io.mediapreflight.decoder.Decoding.Undecided}. Safe for use
 * by several threads at once.
 */
public interface Examiner {
    /**
     * Examines one file. If the calling thread is interrupted, the examination ends soon without a result, and the
     * interrupt flag stays set.
     *
     * @param file a regular file
     * @param probed the result of its header probe, which must contain facts
     */
    Examination examine(Path file, Probed probed);
}
