package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFactsBuilder;
import io.mediapreflight.rule.MadeMedia.Media;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds of the rules whatever is judged, tried on media made by chance. {@code -Dpreflight.seed=N} makes others, and {@code
 * -Dpreflight.media=N} more of them.
 */
class RulePropertiesTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final int MEDIA = Integer.getInteger("preflight.media", 10_000);

    private MadeMedia made;

    @BeforeEach
    void start_with_the_seed() {
        made = new MadeMedia(Long.getLong("preflight.seed", 1));
    }

    @Test
    void some_of_the_media_pass_and_some_have_each_outcome() {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (int i = 0; i < MEDIA; i++) {
            outcomes.add(made.any().outcome(LIMITS));
        }
        assertThat(outcomes).containsExactly(Outcome.values());
    }

    /** In every reading, by any factor. */
    @Test
    void a_longer_video_never_gets_better_by_the_maximum_nor_worse_by_the_minimum() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.video();
            Fraction factor = new Fraction(1000 + made.below(1000), 1000);
            Media longer = withDurations(media, seconds -> seconds.times(factor));
            assertThat(outcome(longer, RuleId.VIDEO_DURATION_MAX))
                    .as("%s, longer by %s", media, factor)
                    .isGreaterThanOrEqualTo(outcome(media, RuleId.VIDEO_DURATION_MAX));
            assertThat(outcome(longer, RuleId.VIDEO_DURATION_MIN))
                    .as("%s, longer by %s", media, factor)
                    .isLessThanOrEqualTo(outcome(media, RuleId.VIDEO_DURATION_MIN));
        }
    }

    @Test
    void more_bytes_never_make_a_verdict_better() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.any();
            if (media.bytes().isExact()) {
                Media larger = media.with(ByteCount.exactly(media.bytes().atMost() + made.near(1, 1000, 500_000)));
                assertThat(larger.outcome(LIMITS)).as("%s", media).isGreaterThanOrEqualTo(media.outcome(LIMITS));
            }
        }
    }

    @Test
    void a_tighter_limit_never_makes_a_verdict_better() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.any();
            Limits tighter = tightened();
            assertThat(media.outcome(tighter)).as("%s", media).isGreaterThanOrEqualTo(media.outcome(LIMITS));
        }
    }

    /** One of the limits, a little. */
    private Limits tightened() {
        Span image = LIMITS.imageSide();
        Span video = LIMITS.videoSide();
        long step = 1L + made.below(5);
        Fraction bit = new Fraction(step, 100);
        return switch (made.below(10)) {
            case 0 ->
                LIMITS.toBuilder()
                        .imageSide(new Span(image.min() + step, image.max()))
                        .build();
            case 1 ->
                LIMITS.toBuilder()
                        .imageSide(new Span(image.min(), image.max() - step))
                        .build();
            case 2 ->
                LIMITS.toBuilder()
                        .videoSide(new Span(video.min() + step, video.max()))
                        .build();
            case 3 ->
                LIMITS.toBuilder()
                        .videoSide(new Span(video.min(), video.max() - step))
                        .build();
            case 4 ->
                LIMITS.toBuilder().imageSize(smaller(LIMITS.imageSize(), step)).build();
            case 5 ->
                LIMITS.toBuilder().videoSize(smaller(LIMITS.videoSize(), step)).build();
            case 6 ->
                LIMITS.toBuilder()
                        .imageAspectRatio(LIMITS.imageAspectRatio().minusOrZero(bit))
                        .build();
            case 7 ->
                LIMITS.toBuilder()
                        .videoMinSeconds(LIMITS.videoMinSeconds().plus(bit))
                        .build();
            case 8 -> {
                Orientation orientation = made.any(List.of(Orientation.values()));
                yield LIMITS.toBuilder()
                        .videoMaxSeconds(
                                orientation, LIMITS.videoMaxSeconds(orientation).minusOrZero(bit))
                        .build();
            }
            default -> LIMITS.toBuilder().imageFormats(EnumSet.of(Format.PNG)).build();
        };
    }

    private static SizeLimit smaller(SizeLimit limit, long bytes) {
        return new SizeLimit(limit.strictBytes() - bytes, limit.generousBytes() - bytes);
    }

    @Test
    void sides_that_are_exchanged_change_no_finding() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.any();
            if (media.probed().facts().isPresent()) {
                Media turned = media.with(turned(media.probed().facts().get()));
                assertThat(severities(turned)).as("%s", media).isEqualTo(severities(media));
            }
        }
    }

    private static MediaFacts turned(MediaFacts facts) {
        if (facts instanceof ImageFacts image) {
            return ImageFacts.builder()
                    .width(image.height())
                    .height(image.width())
                    .build();
        }
        VideoFacts video = (VideoFacts) facts;
        return copy(video)
                .coded(turned(video.coded()))
                .configured(turned(video.configured()))
                .shown(video.shown().map(RulePropertiesTest::turned))
                .trackHeader(video.trackHeader().map(RulePropertiesTest::turned))
                .build();
    }

    private static List<PixelSize> turned(List<PixelSize> sizes) {
        return sizes.stream().map(RulePropertiesTest::turned).toList();
    }

    private static PixelSize turned(PixelSize size) {
        Fraction across = size.width();
        Fraction down = size.height();
        return new PixelSize(down, across);
    }

    @Test
    void another_finding_never_makes_a_verdict_better() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.any();
            Outcome severity = made.any(List.of(Outcome.WARN, Outcome.UNKNOWN, Outcome.FAIL));
            List<Finding> more = new Rules(LIMITS, List.of(finding(severity)))
                    .judge(media.probed(), media.bytes(), media.subject(), Optional.empty())
                    .worstFirst();
            Outcome expected =
                    media.probed().facts().isPresent() ? media.outcome(LIMITS).worse(severity) : media.outcome(LIMITS);
            assertThat(worst(more)).as("%s", media).isEqualTo(expected);
            assertThat(more).containsAll(media.findings(LIMITS));
        }
    }

    private static Rule finding(Outcome severity) {
        OwnRule own = new OwnRule("house/rule", "a rule of the house", "none", "nothing");
        return new Rule() {
            @Override
            public OwnRule description() {
                return own;
            }

            @Override
            public List<Finding> judge(MediaFacts facts, Subject subject) {
                return List.of(Finding.of(own, severity, "something"));
            }
        };
    }

    /** A second way to read a duration cannot decide against the first: it can only make the verdict depend on the reading. */
    @Test
    void another_reading_turns_neither_a_failure_into_a_pass_nor_a_pass_into_a_failure() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.video();
            if (media.probed().facts().isPresent()) {
                VideoFacts facts = (VideoFacts) media.probed().facts().get();
                Optional<Fraction> other = Optional.of(new Fraction(made.near(3000, 10_000, 30_000), 1000));
                Media more = media.with(copy(facts).videoSamples(other).build());
                // Of a format that is refused no duration is missing.
                if (facts.durations().videoSamples().isEmpty()
                        && facts.durations().all().findAny().isPresent()) {
                    for (RuleId rule : List.of(RuleId.VIDEO_DURATION_MAX, RuleId.VIDEO_DURATION_MIN)) {
                        Set<Outcome> both = EnumSet.of(outcome(media, rule), outcome(more, rule));
                        assertThat(both)
                                .as("%s and %s by %s", facts.durations(), other, rule)
                                .isNotEqualTo(EnumSet.of(Outcome.PASS, Outcome.FAIL));
                    }
                }
            }
        }
    }

    @Test
    void without_an_orientation_a_duration_passes_where_it_does_under_both_and_fails_where_it_does_under_both() {
        for (int i = 0; i < MEDIA; i++) {
            Media media = made.video().with(Subject.video());
            Outcome open = outcome(media, RuleId.VIDEO_DURATION_MAX);
            Outcome image = outcome(media.with(Subject.video(Orientation.IMAGE)), RuleId.VIDEO_DURATION_MAX);
            Outcome video = outcome(media.with(Subject.video(Orientation.VIDEO)), RuleId.VIDEO_DURATION_MAX);
            assertThat(image).as("%s", media).isGreaterThanOrEqualTo(video);
            assertThat(open).as("%s", media).isBetween(video, image);
            assertThat(open == Outcome.PASS).as("%s", media).isEqualTo(image == Outcome.PASS);
            assertThat(open == Outcome.FAIL).as("%s", media).isEqualTo(video == Outcome.FAIL);
        }
    }

    @Test
    void findings_stand_worst_first_and_each_rule_has_one() {
        for (int i = 0; i < MEDIA; i++) {
            List<Finding> findings = made.any().findings(LIMITS);
            assertThat(findings).isSortedAccordingTo(Finding.WORST_FIRST);
            assertThat(findings.stream().map(Finding::rule)).doesNotHaveDuplicates();
        }
    }

    private static Media withDurations(Media media, UnaryOperator<Fraction> change) {
        if (media.probed().facts().isEmpty()) {
            return media;
        }
        VideoFacts facts = (VideoFacts) media.probed().facts().get();
        VideoFacts.Durations durations = facts.durations();
        return media.with(copy(facts)
                .durations(new VideoFacts.Durations(
                        durations.container().map(change),
                        durations.longestTrack().map(change),
                        durations.videoTrack().map(change),
                        durations.videoMedia().map(change),
                        durations.videoSamples().map(change),
                        durations.otherMovie().stream().map(change).toList()))
                .build());
    }

    private static VideoFactsBuilder copy(VideoFacts facts) {
        return VideoFacts.builder()
                .brand(facts.brand())
                .codec(facts.codec())
                .coded(facts.coded())
                .shown(facts.shown())
                .trackHeader(facts.trackHeader())
                .configured(facts.configured())
                .rotation(facts.rotation())
                .durations(facts.durations())
                .enabledVideo(facts.tracks().enabledVideo())
                .audio(facts.tracks().audio());
    }

    private static Outcome outcome(Media media, RuleId rule) {
        return media.findings(LIMITS).stream()
                .filter(finding -> finding.rule() == rule)
                .map(Finding::severity)
                .reduce(Outcome.PASS, Outcome::worse);
    }

    private static Outcome worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).reduce(Outcome.PASS, Outcome::worse);
    }

    private static Set<String> severities(Media media) {
        return media.findings(LIMITS).stream()
                .map(finding -> finding.rule().id() + "=" + finding.severity().id())
                .collect(Collectors.toSet());
    }
}
