package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import java.nio.file.Path;

/**
 * Opens media with a decoder, after their headers have been read. Whatever happens to the file or to the decoder is a value:
 * what could not be found out is {@link io.mediapreflight.decoder.Decoding.Undecided}. May be asked by several threads
 * at once.
 */
public interface Examiner {
    /**
     * Examines one file. An interrupt of the calling thread ends it soon, undecided, and stays set.
     *
     * @param file a regular file
     * @param probed what its headers say; there are facts among it
     */
    Examination examine(Path file, Probed probed);
}
