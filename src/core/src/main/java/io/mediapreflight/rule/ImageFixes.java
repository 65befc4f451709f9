package io.mediapreflight.rule;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Span;
import io.mediapreflight.text.Phrase;

/** Commands that fix images, with ImageMagick. Every number in them comes from the limits and the facts. */
final class ImageFixes {
    private ImageFixes() {}

    static Fix convert(Format format, Limits limits) {
        if (format.kind() != Kind.IMAGE) {
            return Fix.of(Phrase.of("fix.use-image"));
        }
        Phrase advice = Phrase.of("fix.convert").with("formats", Limits.inWords(limits.imageFormats()));
        return format == Format.SVG || format == Format.PSD || format == Format.ICO
                ? Fix.of(advice, "convert", Fix.INPUT + "[0]", "-flatten", Fix.OUTPUT + ".png")
                : Fix.of(advice, "convert", Fix.INPUT + "[0]", "-auto-orient", "-quality", "92", Fix.OUTPUT + ".jpg");
    }

    static Fix shrink() {
        return Fix.of(Fix.advice(RuleId.IMAGE_SIZE), "convert", Fix.INPUT, "-quality", "85", Fix.OUTPUT + ".jpg");
    }

    /** Scales the side that is out of range into it. Where both sides are out of range, one command may not help. */
    static Fix scale(ImageFacts image, Limits limits) {
        Span side = limits.imageSide();
        long shorter = Math.min(image.width(), image.height());
        long longer = Math.max(image.width(), image.height());
        boolean tooSmall = shorter < side.min();
        Fraction factor = tooSmall ? new Fraction(side.min(), shorter) : new Fraction(side.max(), longer);
        Fraction other = Fraction.of(tooSmall ? longer : shorter).times(factor);
        if (!side.contains(other) || (tooSmall && longer > side.max())) {
            return Fix.of(Phrase.of("fix.no-scaling"));
        }
        String geometry = side.min() + "x" + side.min() + "^";
        if (!tooSmall) {
            geometry = side.max() + "x" + side.max() + ">";
        }
        return Fix.of(
                Phrase.of(tooSmall ? "fix.scale-up" : "fix.scale-down"),
                "convert",
                Fix.INPUT,
                "-resize",
                geometry,
                Fix.OUTPUT + "." + (image.coding().startsWith("Deflate") ? "png" : "jpg"));
    }

    /** Pads the shorter side up to the widest ratio that is allowed. */
    static Fix pad(ImageFacts image, Limits limits) {
        Fraction ratio = limits.imageAspectRatio();
        long longer = Math.max(image.width(), image.height());
        // Rounded up: one pixel short would be outside again.
        long shorter = -Math.floorDiv(Math.multiplyExact(-longer, ratio.denominator()), ratio.numerator());
        String extent = image.width() > image.height() ? longer + "x" + shorter : shorter + "x" + longer;
        return Fix.of(
                Fix.advice(RuleId.IMAGE_ASPECT_RATIO),
                "convert",
                Fix.INPUT,
                "-background",
                "black",
                "-gravity",
                "center",
                "-extent",
                extent,
                Fix.OUTPUT + "." + (image.coding().startsWith("Deflate") ? "png" : "jpg"));
    }
}
