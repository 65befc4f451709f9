package io.mediapreflight;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.source.Source;
import io.mediapreflight.text.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /**
     * Examines bytes that lie in no file, such as an upload in memory. A decoder that opens files only has no result, so that the
     * verdict is {@link io.mediapreflight.rule.Outcome#UNKNOWN} where the headers alone would pass.
     *
     * @param source the bytes; they are left open
     * @param probed the result of their header probe, which must contain facts
     */
    default Examination examine(Source source, Probed probed) {
        Decoding none = new Decoding.Undecided(Phrase.of("decoding.no-file").toString());
        return new Examination(new DecoderResult("FFmpeg", Optional.empty(), none), List.of(), 0);
    }

    /**
     * All that its results depend on beside the file, as one line: the decoder and its version, how much is decoded, by which
     * limits. Results are kept under it from one run to the next.
     *
     * @return empty, unless overridden, where no result is to be kept
     */
    default Optional<String> identity() {
        return Optional.empty();
    }
}
