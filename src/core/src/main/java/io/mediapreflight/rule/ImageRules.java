package io.mediapreflight.rule;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Span;
import java.util.Optional;

/** The rules {@code image.*}. */
final class ImageRules {
    private final Limits limits;
    private final Findings findings;
    private final CommonRules common;

    ImageRules(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.common = new CommonRules(limits, findings);
    }

    void judge(Probed probed, ByteCount bytes, Subject subject) {
        common.judgeReadable(RuleId.IMAGE_READABLE, probed);
        Optional<Format> format = probed.format();
        if (format.isPresent() && limits.acceptsImage(format.get())) {
            common.judgeName(RuleId.IMAGE_NAME, format.get(), subject);
            common.judgeComplete(RuleId.IMAGE_COMPLETE, probed.completeness());
            Rules.image(probed.facts()).ifPresent(this::judgeFacts);
        } else if (format.isPresent()) {
            findings.add(
                    RuleId.IMAGE_FORMAT,
                    Outcome.FAIL,
                    format.get().label(),
                    RuleId.IMAGE_FORMAT.bound(limits),
                    ImageFixes.convert(format.get(), limits));
        }
        common.judgeSize(RuleId.IMAGE_SIZE, bytes, limits.imageSize(), ImageFixes::shrink);
    }

    private void judgeFacts(ImageFacts image) {
        Span side = limits.imageSide();
        if (!side.contains(image.width()) || !side.contains(image.height())) {
            add(RuleId.IMAGE_DIMENSIONS, size(image), ImageFixes.scale(image, limits));
        }
        if (!isWithin(image, limits.imageAspectRatio())) {
            Fraction ratio =
                    new Fraction(Math.max(image.width(), image.height()), Math.min(image.width(), image.height()));
            String words =
                    image.width() > image.height() ? ratio.toDecimalString() + ":1" : "1:" + ratio.toDecimalString();
            add(RuleId.IMAGE_ASPECT_RATIO, size(image) + " (" + words + ")", ImageFixes.pad(image, limits));
        }
    }

    /** Exact: for 5:2, whether 2·longer is at most 5·shorter. */
    private static boolean isWithin(ImageFacts image, Fraction ratio) {
        long longer = Math.max(image.width(), image.height());
        long shorter = Math.min(image.width(), image.height());
        return new Fraction(longer, shorter).isAtMost(ratio);
    }

    private void add(RuleId rule, String actual, Fix fix) {
        findings.add(rule, Outcome.FAIL, actual, rule.bound(limits), fix);
    }

    private static String size(ImageFacts image) {
        return image.width() + "x" + image.height() + " px";
    }
}
