package io.mediapreflight.decoder;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Probed;
import java.util.Optional;

/**
 * What a decoder made of media whose headers were read already. It adds readings to those of the headers, and overrules
 * none of them.
 *
 * @param by who says so, such as {@code FFmpeg}
 * @param reading what the decoder takes the media for; empty where it could not open them. A figure that is a known
 *     misreading of the decoder's is no reading, and is left out of it
 * @param decoding whether what the headers promise can be decoded
 */
public record DecoderResult(String by, Optional<MediaReading> reading, Decoding decoding) {
    /**
     * What the headers said, with what they left open and decoding settles: where an image ends that was decoded. Headers cannot
     * find that of a JPEG with a video behind it that no metadata mention.
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
