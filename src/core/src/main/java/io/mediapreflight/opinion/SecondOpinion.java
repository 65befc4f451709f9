package io.mediapreflight.opinion;

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
public record SecondOpinion(String by, Optional<MediaReading> reading, Decoding decoding) {}
