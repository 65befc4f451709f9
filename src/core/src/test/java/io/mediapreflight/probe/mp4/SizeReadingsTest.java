package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SizeReadingsTest {
    private static final long MIN = Limits.klingV3MotionControl().videoSide().min();
    private static final long MAX = Limits.klingV3MotionControl().videoSide().max();

    private static final List<String> PASS = List.of();
    private static final List<String> WARN = List.of("video.dimensions=warn");
    private static final List<String> FAIL = List.of("video.dimensions=fail");

    static Stream<Arguments> tracks() {
        return Stream.of(
                track("coded alone", PASS, track -> track.size(MIN, MIN)),
                track("pasp 1:1", PASS, track -> track.size(MIN, MIN).sampleAspectRatio(1, 1)),
                track("pasp widens it", WARN, track -> track.size(320, 480).sampleAspectRatio(2, 1)),
                track(
                        "pasp widens it beyond",
                        WARN,
                        track -> track.size(MAX, 720).sampleAspectRatio(3851, 3850)),
                track("pasp narrows it", WARN, track -> track.size(MIN, 480).sampleAspectRatio(339, 340)),
                track(
                        "pasp is not enough",
                        FAIL,
                        track -> track.size(320, 480).headerSize(0, 0).sampleAspectRatio(340, 321)),
                track("pasp without sense", PASS, track -> track.size(MIN, 480).sampleAspectRatio(0, 1)),
                track("clap cuts a pixel", WARN, track -> track.size(MIN, 480).cleanAperture(MIN - 1, 1, 480, 1)),
                track(
                        "clap cuts half a pixel",
                        WARN,
                        track -> track.size(MIN, 480).cleanAperture(2 * MIN - 1, 2, 480, 1)),
                track(
                        "clap cuts enough",
                        WARN,
                        track -> track.size(MAX + 1, 480).cleanAperture(MAX, 1, 480, 1)),
                track(
                        "clap and pasp",
                        WARN,
                        track -> track.size(400, 480)
                                .cleanAperture(300, 1, 480, 1)
                                .sampleAspectRatio(339, 300)),
                track("clap without sense", PASS, track -> track.size(MIN, 480).cleanAperture(1, 0, 1, 0)),
                track(
                        "header one pixel off",
                        PASS,
                        track -> track.size(MIN, MIN).headerSize(MIN - 1, MIN - 1)),
                track(
                        "header two pixels off",
                        WARN,
                        track -> track.size(MIN, MIN).headerSize(MIN - 2, MIN)),
                track(
                        "header one pixel off what is shown",
                        PASS,
                        track -> track.size(MIN, 480).sampleAspectRatio(2, 1).headerSize(2 * MIN + 1, 480)),
                track(
                        "header of 0 says nothing",
                        PASS,
                        track -> track.size(MIN, MIN).headerSize(0, 0)),
                track(
                        "a second entry that is too small",
                        WARN,
                        track -> track.size(MIN, MIN).alsoCoded(320, 240)),
                track(
                        "only the header says a size",
                        FAIL,
                        track -> track.size(0, 0).headerSize(MIN - 1, MIN)));
    }

    private static Arguments track(String what, List<String> findings, UnaryOperator<TrackBuilder> change) {
        return arguments(what, findings, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tracks")
    void judges_every_reading_of_the_size(String what, List<String> findings, UnaryOperator<TrackBuilder> change) {
        byte[] clip = Mp4Builder.clip().video(change).bytes();
        assertThat(Judged.findings(Judged.video(clip))).as(what).isEqualTo(findings);
    }

    @Test
    void names_every_reading_where_they_differ() {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.size(320, 480).sampleAspectRatio(2, 1).headerSize(500, 480))
                .bytes();
        assertThat(Judged.finding(Judged.video(clip), RuleId.VIDEO_DIMENSIONS).actual())
                .isEqualTo("320x480 px (coded), 640x480 px (shown), 500x480 px (track header)");
    }

    @Test
    void reports_what_is_shown_exactly_and_unrounded() {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.size(720, 576).sampleAspectRatio(16, 11))
                .bytes();
        VideoFacts facts = Judged.videoFacts(Judged.video(clip));
        assertThat(facts.displaySize()).hasValueSatisfying(shown -> {
            assertThat(shown.width().numerator()).isEqualTo(720 * 16);
            assertThat(shown.width().denominator()).isEqualTo(11);
            assertThat(shown.width().rounded()).isEqualTo(1047);
        });
    }

    @Test
    void a_video_without_any_size_is_not_readable() {
        byte[] clip = Mp4Builder.clip().video(track -> track.size(0, 0)).bytes();
        assertThat(Judged.findings(Judged.video(clip))).containsExactly("video.readable=fail");
    }
}
