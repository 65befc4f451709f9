package io.mediapreflight.assertj;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.Slot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a verdict. Of a request, the findings are its own and those of its media; {@link #image} and {@link #video} lead to those
 * of one of them. A failure shows the whole verdict.
 */
public class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {
    private static final int NANOSECOND_DIGITS = 9;

    VerdictAssert(@Nullable Verdict actual) {
        super(actual, VerdictAssert.class);
    }

    /** Every rule passed under every reading. */
    public VerdictAssert passes() {
        return hasOutcome(Outcome.PASS);
    }

    /** The worst finding is a warning. */
    public VerdictAssert warns() {
        return hasOutcome(Outcome.WARN);
    }

    /** What decides could not be read. */
    public VerdictAssert isUnknown() {
        return hasOutcome(Outcome.UNKNOWN);
    }

    /** At least one rule failed. */
    public VerdictAssert fails() {
        return hasOutcome(Outcome.FAIL);
    }

    /** The worst of all findings is this. */
    public VerdictAssert hasOutcome(Outcome expected) {
        isNotNull();
        if (actual.outcome() != expected) {
            throw failure("to have the outcome " + expected.id());
        }
        return this;
    }

    /** Each of these rules failed, and maybe others. */
    public VerdictAssert fails(RuleDescription rule, RuleDescription... more) {
        return hasFindings(Outcome.FAIL, rule, more);
    }

    /** Each of these rules has a warning; others may have any finding. */
    public VerdictAssert warns(RuleDescription rule, RuleDescription... more) {
        return hasFindings(Outcome.WARN, rule, more);
    }

    /** Each of these rules is unknown; others may have any finding. */
    public VerdictAssert isUnknown(RuleDescription rule, RuleDescription... more) {
        return hasFindings(Outcome.UNKNOWN, rule, more);
    }

    /** Each of these rules failed, and no other rule has a finding of any severity. */
    public VerdictAssert failsOnly(RuleDescription rule, RuleDescription... more) {
        return hasFindingsOnly(Outcome.FAIL, rule, more);
    }

    /** Each of these rules has a warning, and no other rule has a finding of any severity. */
    public VerdictAssert warnsOnly(RuleDescription rule, RuleDescription... more) {
        return hasFindingsOnly(Outcome.WARN, rule, more);
    }

    /** Each of these rules is unknown, and no other rule has a finding of any severity. */
    public VerdictAssert isUnknownOnly(RuleDescription rule, RuleDescription... more) {
        return hasFindingsOnly(Outcome.UNKNOWN, rule, more);
    }

    private VerdictAssert hasFindings(Outcome severity, RuleDescription rule, RuleDescription... more) {
        isNotNull();
        List<RuleDescription> expected =
                Stream.concat(Stream.of(rule), Arrays.stream(more)).toList();
        if (!expected.stream().allMatch(each -> has(severity, each))) {
            throw failure("to have findings of severity " + severity.id() + " by " + ids(expected));
        }
        return this;
    }

    private VerdictAssert hasFindingsOnly(Outcome severity, RuleDescription rule, RuleDescription... more) {
        isNotNull();
        List<RuleDescription> expected =
                Stream.concat(Stream.of(rule), Arrays.stream(more)).toList();
        boolean others =
                findings().anyMatch(finding -> finding.severity() != severity || !expected.contains(finding.rule()));
        if (others || !expected.stream().allMatch(each -> has(severity, each))) {
            throw failure("to have findings of severity " + severity.id() + " by " + ids(expected) + " and no others");
        }
        return this;
    }

    private boolean has(Outcome severity, RuleDescription rule) {
        return findings()
                .anyMatch(finding ->
                        finding.severity() == severity && finding.rule().equals(rule));
    }

    /** This rule has a finding of any severity. */
    public VerdictAssert hasFinding(RuleDescription rule) {
        isNotNull();
        if (findings().noneMatch(finding -> finding.rule().equals(rule))) {
            throw failure("to have a finding by " + rule.id());
        }
        return this;
    }

    /** This rule has no finding. */
    public VerdictAssert hasNoFinding(RuleDescription rule) {
        isNotNull();
        if (findings().anyMatch(finding -> finding.rule().equals(rule))) {
            throw failure("to have no finding by " + rule.id());
        }
        return this;
    }

    /** This is recommended. */
    public VerdictAssert hasAdvice(AdviceId id) {
        isNotNull();
        if (advice().noneMatch(advice -> advice.id() == id)) {
            throw failure("to have the advice " + id.id());
        }
        return this;
    }

    /** Nothing is recommended. */
    public VerdictAssert hasNoAdvice() {
        isNotNull();
        if (actual.hasAdvice()) {
            throw failure("to have no advice");
        }
        return this;
    }

    /** The content has this format. */
    public VerdictAssert hasFormat(Format expected) {
        isNotNull();
        if (!actual.format().equals(Optional.of(expected))) {
            throw failure("to have the format " + expected.label());
        }
        return this;
    }

    /** The size of the source, exactly. */
    public VerdictAssert hasBytes(long expected) {
        isNotNull();
        if (actual.bytes()
                .filter(bytes -> bytes.isExact() && bytes.atLeast() == expected)
                .isEmpty()) {
            throw failure("to have " + expected + " bytes");
        }
        return this;
    }

    /** Width and height as stored, in pixels. */
    public VerdictAssert hasSize(long width, long height) {
        return hasSize("the size ", Seen::size, width, height);
    }

    /** Width and height after sample aspect ratio and clean aperture, before rotation, rounded to pixels. */
    public VerdictAssert hasDisplaySize(long width, long height) {
        return hasSize("the display size ", Seen::displaySize, width, height);
    }

    private VerdictAssert hasSize(
            String what, Function<MediaFacts, Optional<PixelSize>> reading, long width, long height) {
        isNotNull();
        Optional<PixelSize> size = actual.facts().flatMap(reading);
        if (size.filter(it -> it.width().rounded() == width && it.height().rounded() == height)
                .isEmpty()) {
            throw failure("to have " + what + width + "x" + height);
        }
        return this;
    }

    /** The duration of the container, else of the video track, rounded to the nanosecond. */
    public VerdictAssert hasDuration(Duration expected) {
        return hasDurationCloseTo(expected, Duration.ZERO);
    }

    /** The same, where it may differ by as much as {@code tolerance}. */
    public VerdictAssert hasDurationCloseTo(Duration expected, Duration tolerance) {
        isNotNull();
        Optional<Duration> duration = actual.facts().flatMap(Seen::seconds).map(VerdictAssert::rounded);
        if (duration.filter(it -> it.minus(expected).abs().compareTo(tolerance) <= 0)
                .isEmpty()) {
            throw failure("to have the duration " + seconds(expected) + " s"
                    + (tolerance.isZero() ? "" : ", give or take " + seconds(tolerance) + " s"));
        }
        return this;
    }

    private static Duration rounded(Fraction seconds) {
        BigDecimal exact = BigDecimal.valueOf(seconds.numerator())
                .divide(BigDecimal.valueOf(seconds.denominator()), NANOSECOND_DIGITS, RoundingMode.HALF_UP);
        long whole = exact.longValue();
        return Duration.ofSeconds(
                whole, exact.subtract(BigDecimal.valueOf(whole)).unscaledValue().longValue());
    }

    private static String seconds(Duration duration) {
        BigDecimal exact = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), NANOSECOND_DIGITS));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** Assertions on the first image of a request. */
    public VerdictAssert image() {
        return mediaAt(Slot.IMAGE);
    }

    /** Assertions on the first video of a request. */
    public VerdictAssert video() {
        return mediaAt(Slot.VIDEO);
    }

    private VerdictAssert mediaAt(Slot slot) {
        isNotNull();
        Optional<String> path = Optional.of(RequestField.urlPath(slot, 0));
        MediaVerdict item = actual.media().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> failure("to be that of a request with " + path.get()));
        return new VerdictAssert(item).as("%s", path.get());
    }

    private Stream<Finding> findings() {
        return Stream.concat(
                actual.findings().stream(), actual.media().stream().flatMap(item -> item.findings().stream()));
    }

    private Stream<Advice> advice() {
        return Stream.concat(actual.advice().stream(), actual.media().stream().flatMap(item -> item.advice().stream()));
    }

    private static List<String> ids(List<RuleDescription> rules) {
        return rules.stream().map(RuleDescription::id).toList();
    }

    private AssertionError failure(String expectation) {
        return failure("%nExpecting the verdict%s%n%s.", VerdictText.of(actual), expectation);
    }
}
