package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DurationBoundsTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final long MIN = whole(LIMITS.videoMinSeconds());
    private static final long MAX_IMAGE = whole(LIMITS.videoMaxSeconds(Orientation.IMAGE));
    private static final long MAX_VIDEO = whole(LIMITS.videoMaxSeconds(Orientation.VIDEO));

    private static long whole(Fraction seconds) {
        return seconds.rounded();
    }

    /** Timescale, ticks, and the outcome with orientation image, with orientation video, and without one. */
    static Stream<Arguments> oneTickAround() {
        return LongStream.of(1, 600, 1000, 30_000, 90_000, Integer.MAX_VALUE)
                .boxed()
                .flatMap(timescale -> Stream.of(
                        row(timescale, MIN, -1, Outcome.FAIL, Outcome.FAIL, Outcome.FAIL),
                        row(timescale, MIN, 0, Outcome.PASS, Outcome.PASS, Outcome.PASS),
                        row(timescale, MIN, 1, Outcome.PASS, Outcome.PASS, Outcome.PASS),
                        row(timescale, MAX_IMAGE, -1, Outcome.PASS, Outcome.PASS, Outcome.PASS),
                        row(timescale, MAX_IMAGE, 0, Outcome.PASS, Outcome.PASS, Outcome.PASS),
                        row(timescale, MAX_IMAGE, 1, Outcome.FAIL, Outcome.PASS, Outcome.WARN),
                        row(timescale, MAX_VIDEO, -1, Outcome.FAIL, Outcome.PASS, Outcome.WARN),
                        row(timescale, MAX_VIDEO, 0, Outcome.FAIL, Outcome.PASS, Outcome.WARN),
                        row(timescale, MAX_VIDEO, 1, Outcome.FAIL, Outcome.FAIL, Outcome.FAIL)));
    }

    private static Arguments row(
            long timescale, long seconds, int ticks, Outcome image, Outcome video, Outcome neither) {
        return arguments(timescale, seconds * timescale + ticks, image, video, neither);
    }

    @Test
    void the_bounds_are_whole_seconds_so_that_the_table_speaks_of_ticks() {
        assertThat(List.of(MIN, MAX_IMAGE, MAX_VIDEO)).containsExactly(3L, 10L, 30L);
    }

    @ParameterizedTest
    @MethodSource("oneTickAround")
    void judges_the_duration_to_the_tick(long timescale, long ticks, Outcome image, Outcome video, Outcome neither) {
        byte[] clip = Mp4Builder.clip()
                .version1()
                .video(TrackBuilder::version1)
                .duration(timescale, ticks)
                .bytes();
        assertThat(outcomes(clip)).containsExactly(image, video, neither);
    }

    @ParameterizedTest
    @MethodSource("oneTickAround")
    void judges_the_duration_to_the_tick_in_headers_of_version_0(
            long timescale, long ticks, Outcome image, Outcome video, Outcome neither) {
        long allOnes = 0xFFFF_FFFFL;
        if (ticks < allOnes) {
            byte[] clip = Mp4Builder.clip().duration(timescale, ticks).bytes();
            assertThat(outcomes(clip)).containsExactly(image, video, neither);
        }
    }

    private static List<Outcome> outcomes(byte[] clip) {
        return Stream.of(Subject.video(Orientation.IMAGE), Subject.video(Orientation.VIDEO), Subject.video())
                .map(subject -> Preflight.standard()
                        .check(BytesSource.of(clip), subject)
                        .outcome())
                .toList();
    }

    @Test
    void names_the_rule_that_a_video_one_tick_too_short_breaks() {
        byte[] clip = Mp4Builder.clip().duration(1000, 1000 * MIN - 1).bytes();
        assertThat(Judged.findings(Judged.video(clip))).containsExactly("video.duration.min=fail");
    }

    @Test
    void names_the_rule_that_a_video_one_tick_too_long_breaks() {
        byte[] clip = Mp4Builder.clip().duration(1000, 1000 * MAX_VIDEO + 1).bytes();
        assertThat(Judged.findings(Judged.video(clip))).containsExactly("video.duration.max=fail");
    }

    @Test
    void thirty_ntsc_seconds_of_frames_are_over_thirty_seconds() {
        byte[] clip = Mp4Builder.clip().duration(30_000, 900 * 1001).bytes();
        assertThat(Judged.findings(Judged.video(clip))).containsExactly("video.duration.max=fail");
    }

    @Test
    void shows_the_duration_to_the_microsecond_where_fewer_digits_would_hide_the_excess() {
        byte[] clip = Mp4Builder.clip().duration(90_000, 90_000 * MAX_IMAGE + 1).bytes();
        assertThat(Judged.videoFacts(Judged.video(clip)).durations().container())
                .hasValueSatisfying(
                        seconds -> assertThat(seconds.toDecimalString()).isEqualTo("10.000011"));
    }
}
