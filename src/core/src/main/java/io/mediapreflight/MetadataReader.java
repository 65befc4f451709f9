package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.Source;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the metadata of media reveal, without decoding anything. It never throws because of a file's content:
 * metadata that cannot be read reveal nothing. Safe for use by several threads at once.
 */
@FunctionalInterface
public interface MetadataReader {
    /**
     * Reads the metadata of one source.
     *
     * @param source the bytes; they are left open
     * @param probed the result of their header probe, which must contain facts
     * @return what is worth knowing, in the order of {@link io.mediapreflight.spec.AdviceId}
     */
    List<Advice> read(Source source, Probed probed);

    /**
     * All that its results depend on beside the file, as one line. Results are kept under it from one run to the next.
     *
     * @return empty, unless overridden, where no result is to be kept
     */
    default Optional<String> identity() {
        return Optional.empty();
    }
}
