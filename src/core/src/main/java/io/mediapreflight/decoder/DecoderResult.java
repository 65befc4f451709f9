package io.mediapreflight.decoder;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Probed;
import java.util.Optional;

/**
 * The result of decoding media whose headers were read before. It adds readings to those of the headers, and
 * overrules none of them.
 *
 * @param by the decoder, such as {@code FFmpeg}
 * @param reading the decoder's facts; empty where it could not open the media. Known misreadings of the decoder are
 *     left out
 * @param decoding whether what the headers promise can be decoded
 */
public record DecoderResult(String by, Optional<MediaReading> reading, Decoding decoding) {
    /**
     * The headers' result, completed by decoding: where a decoded image ends. Headers cannot find that of a JPEG with
     * a video behind it that no metadata mention.
     */
    public Probed settle(Probed probed) {
        boolean isOpen = probed.completeness().orElse(null) instanceof Completeness.Undecided;
        if (isOpen
                && decoding instanceof Decoding.Decoded
                && reading.orElse(null) instanceof ImageReading image
                && image.trailingBytes().isPresent()) {
            Completeness whole = new Completeness.Whole(image.trailingBytes().get());
            return new Probed(probed.format(), probed.kind(), probed.facts(), Optional.of(whole), probed.defects());
        }
        return probed;
    }
}
