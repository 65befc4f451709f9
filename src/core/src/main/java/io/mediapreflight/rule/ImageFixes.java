package io.mediapreflight.rule;

import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Span;
import io.mediapreflight.text.Phrase;

/** What to do with images, where it depends on more than the rule. */
final class ImageFixes {
    private ImageFixes() {}

    static Fix convert(Format format, Limits limits) {
        return format.kind() == Kind.IMAGE
                ? Fix.of(Phrase.of("fix.convert").with("formats", Limits.inWords(limits.imageFormats())))
                : Fix.USE_IMAGE;
    }

    static Fix scale(ImageFacts image, Limits limits) {
        Span side = limits.imageSide();
        long shorter = Math.min(image.width(), image.height());
        Fraction ratio = new Fraction(Math.max(image.width(), image.height()), shorter);
        if (!ratio.isAtMost(new Fraction(side.max(), side.min()))) {
            return Fix.of(Phrase.of("fix.no-scaling"));
        }
        return Fix.of(Phrase.of(shorter < side.min() ? "fix.scale-up" : "fix.scale-down"));
    }
}
