package io.mediapreflight.rule;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Advice on the shapes of a character image and a motion video that belong together. The page recommends it; there is
 * no limit.
 */
public final class ShapeAdvice {
    /**
     * An image whose shorter side is this much of the longer, or more, is neither portrait nor landscape: it is nearly
     * square, and what is cropped to make it fit is a tenth. The next shape in use, 5:4 or 0.8, is one or the other.
     */
    private static final Fraction SQUARE_FROM = new Fraction(9, 10);

    private static final int QUARTER_TURN = 90;
    private static final int HALF_TURN = 180;

    private ShapeAdvice() {}

    /**
     * Compares what is shown, turned as it is displayed.
     *
     * @return advice where one is portrait and the other landscape; empty where either is nearly square, or a video's shape
     *     is unknown
     */
    public static Optional<Advice> of(ImageFacts image, VideoFacts video) {
        Optional<PixelSize> motion = displayed(video);
        PixelSize character = displayed(image);
        if (motion.isEmpty() || !isOpposed(character, motion.get())) {
            return Optional.empty();
        }
        Phrase found = Phrase.of("found.shapes")
                .with("image", character.toString())
                .with("imageShape", shape(character))
                .with("video", motion.get().toString())
                .with("videoShape", shape(motion.get()));
        Phrase recommended = Phrase.of("recommended.shape").with("square", SQUARE_FROM.toDecimal());
        return Optional.of(new Advice(AdviceId.REQUEST_SHAPES, found, recommended));
    }

    private static PixelSize displayed(ImageFacts image) {
        PixelSize stored = PixelSize.of(image.width(), image.height());
        return image.orientation()
                .map(orientation -> turned(stored, orientation.rotation()))
                .orElse(stored);
    }

    /** A video that is turned by anything but a right angle is neither portrait nor landscape. */
    private static Optional<PixelSize> displayed(VideoFacts video) {
        return video.rotation().isEmpty()
                ? Optional.empty()
                : video.displaySize().map(size -> turned(size, video.rotation().getAsInt()));
    }

    private static PixelSize turned(PixelSize size, int degrees) {
        return degrees % HALF_TURN == QUARTER_TURN
                ? new PixelSize(/* width= */ size.height(), /* height= */ size.width())
                : size;
    }

    private static boolean isOpposed(PixelSize one, PixelSize other) {
        return (isPortrait(one) && isLandscape(other)) || (isLandscape(one) && isPortrait(other));
    }

    private static boolean isPortrait(PixelSize size) {
        return isClearlyLess(size.width(), size.height());
    }

    private static boolean isLandscape(PixelSize size) {
        return isClearlyLess(size.height(), size.width());
    }

    /** Exact, and without overflow: sides are quotients of whatever stands in the file. */
    private static boolean isClearlyLess(Fraction shorter, Fraction longer) {
        return product(shorter.numerator(), longer.denominator(), SQUARE_FROM.denominator())
                        .compareTo(product(longer.numerator(), shorter.denominator(), SQUARE_FROM.numerator()))
                < 0;
    }

    private static BigInteger product(long one, long two, long three) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(two)).multiply(BigInteger.valueOf(three));
    }

    private static Phrase shape(PixelSize size) {
        return Phrase.of(isPortrait(size) ? "shape.portrait" : "shape.landscape");
    }
}
