package io.mediapreflight.probe;

import java.util.Optional;

/**
 * What the header of a still image says.
 *
 * @param width pixels in a row as stored, 1 or more
 * @param height rows as stored, 1 or more
 * @param orientation how it is turned for display; empty where no (valid) EXIF orientation is given
 * @param coding the coding in the standard's words, such as {@code progressive DCT, Huffman}
 * @param components samples per pixel
 * @param bitsPerSample sample precision
 * @param animated whether it holds more than the one picture, as an APNG does
 */
public record ImageFacts(
        long width,
        long height,
        Optional<ExifOrientation> orientation,
        String coding,
        int components,
        int bitsPerSample,
        boolean animated)
        implements MediaFacts {}
