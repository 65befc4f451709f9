package io.mediapreflight.rule;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The rules {@code image.*}. */
final class ImageRules {
    private final Limits limits;
    private final Findings findings;
    private final CommonRules common;

    ImageRules(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.common = new CommonRules(findings);
    }

    void judge(Probed probed, ByteCount bytes, Subject subject, Optional<DecoderResult> decoderResult) {
        common.judgeReadable(RuleId.IMAGE_READABLE, probed);
        Optional<Format> format = probed.format();
        boolean isAccepted = format.isPresent() && limits.acceptsImage(format.get());
        if (isAccepted) {
            CommonRules.otherwise(format.get(), decoderResult, limits::acceptsImage)
                    .ifPresent(other -> addFormat(Outcome.WARN, Measurements.formats(format.get(), other), other));
            common.judgeName(RuleId.IMAGE_NAME, format.get(), subject);
            decoderResult.ifPresent(second -> common.judgeDecodable(RuleId.IMAGE_DECODABLE, second));
        } else if (format.isPresent()) {
            addFormat(
                    Outcome.FAIL, List.of(Measured.name("content", format.get().id())), format.get());
        }
        boolean isExpected = isAccepted && !CommonRules.explainsMissingFacts(probed, bytes, limits.imageSize());
        common.judgeComplete(RuleId.IMAGE_COMPLETE, probed.completeness(), isAccepted);
        if (isExpected && probed.completeness().isEmpty()) {
            common.addMissing(RuleId.IMAGE_COMPLETE);
        }
        Optional<ImageFacts> image = Rules.image(probed.facts());
        if (image.isPresent()) {
            judgeFacts(image.get(), decoderResult);
        } else if (isExpected) {
            common.addMissing(RuleId.IMAGE_DIMENSIONS, RuleId.IMAGE_ASPECT_RATIO);
        }
        common.judgeSize(RuleId.IMAGE_SIZE, bytes, limits.imageSize());
    }

    private void addFormat(Outcome severity, List<Measured> measured, Format format) {
        findings.add(findings.of(RuleId.IMAGE_FORMAT, severity)
                .measuring(measured)
                .fixedBy(ImageFixes.convert(format, limits)));
    }

    private void judgeFacts(ImageFacts image, Optional<DecoderResult> decoderResult) {
        ImageSizes sizes = ImageSizes.of(image, decoderResult);
        judge(RuleId.IMAGE_DIMENSIONS, sizes, this::fits, () -> ImageFixes.scale(image, limits));
        judge(RuleId.IMAGE_ASPECT_RATIO, sizes, this::isWithinRatio, () -> Fix.of(RuleId.IMAGE_ASPECT_RATIO));
    }

    private void judge(RuleId rule, ImageSizes sizes, Predicate<Size> within, Supplier<Fix> fix) {
        Readings readings = new Readings();
        sizes.forEach((reading, size) -> readings.add(within.test(size)));
        if (readings.outcome() != Outcome.PASS) {
            List<Measured> measured = rule == RuleId.IMAGE_ASPECT_RATIO
                    ? Measurements.imageRatios(sizes)
                    : Measurements.imageSizes(sizes);
            findings.add(
                    findings.of(rule, readings.outcome()).measuring(measured).fixedBy(fix.get()));
        }
    }

    private boolean fits(Size size) {
        return limits.imageSide().contains(size.width()) && limits.imageSide().contains(size.height());
    }

    /** Exact: for 5:2, whether 2·longer is at most 5·shorter. */
    private boolean isWithinRatio(Size size) {
        return Measurements.longerToShorter(size).isAtMost(limits.imageAspectRatio());
    }
}
