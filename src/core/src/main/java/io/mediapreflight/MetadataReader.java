package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.Source;
import java.util.List;

/**
 * Reads what the metadata of media reveal, without decoding anything. What a file holds never makes it throw: what cannot be read
 * reveals nothing. May be asked by several threads at once.
 */
@FunctionalInterface
public interface MetadataReader {
    /**
     * Reads the metadata of one source.
     *
     * @param source the bytes; they are left open
     * @param probed what their headers say; there are facts among it
     * @return what is worth knowing, in the order of {@link io.mediapreflight.spec.AdviceId}
     */
    List<Advice> read(Source source, Probed probed);
}
