package io.mediapreflight.rule;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.PixelSize;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Every reading of an image's size.
 *
 * @param header what the header says
 * @param displayed what an aperture or a rotation makes of it
 * @param decoder what the decoder made of it, where that is neither
 */
record ImageSizes(Size header, Optional<Size> displayed, Optional<Size> decoder) {
    static ImageSizes of(ImageFacts image, Optional<DecoderResult> decoderResult) {
        Size header = new Size(image.width(), image.height());
        Optional<Size> displayed = image.shown().map(ImageSizes::whole);
        Optional<Size> decoder = decoderResult
                .flatMap(DecoderResult::reading)
                .flatMap(reading -> reading instanceof ImageReading own ? own.sizeBeside(image) : Optional.empty())
                .filter(size -> !size.equals(header) && !displayed.equals(Optional.of(size)));
        return new ImageSizes(header, displayed, decoder);
    }

    /** An aperture cuts whole pixels off, or it is not one. */
    private static Size whole(PixelSize size) {
        return new Size(size.width().rounded(), size.height().rounded());
    }

    /** Gives each to the action, with the name of where it was read. */
    void forEach(BiConsumer<String, Size> action) {
        action.accept("header", header);
        displayed.ifPresent(size -> action.accept("displayed", size));
        decoder.ifPresent(size -> action.accept("decoder", size));
    }
}
