package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VideoBoundsTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final SizeLimit SIZE = LIMITS.videoSize();
    private static final Span SIDE = LIMITS.videoSide();

    static Stream<Arguments> sizes() {
        return BoundRows.sizes(SIZE, RuleId.VIDEO_SIZE);
    }

    @Test
    void a_megabyte_is_read_both_ways() {
        assertThat(List.of(SIZE.strictBytes(), SIZE.generousBytes())).containsExactly(100_000_000L, 104_857_600L);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void judges_the_bytes_to_the_byte_where_moov_comes_first(long bytes, List<String> findings) {
        assertThat(Judged.findings(Judged.video(Mp4Builder.clip().sized(bytes))))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void judges_the_bytes_to_the_byte_where_moov_comes_last(long bytes, List<String> findings) {
        assertThat(Judged.findings(Judged.video(Mp4Builder.clip().moovLast().sized(bytes))))
                .isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void judges_the_bytes_of_a_source_that_does_not_know_its_size(long bytes, List<String> findings) {
        assertThat(Judged.findings(Judged.video(
                        Mp4Builder.clip().largeMediaData().sized(bytes).unknownSize())))
                .isEqualTo(findings);
    }

    static Stream<Arguments> sides() {
        return BoundRows.sides(SIDE, RuleId.VIDEO_DIMENSIONS);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void judges_the_width_to_the_pixel(long side, long other, List<String> findings) {
        byte[] clip = Mp4Builder.clip().video(track -> track.size(side, other)).bytes();
        assertThat(Judged.findings(Judged.video(clip))).isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void judges_the_height_to_the_pixel(long side, long other, List<String> findings) {
        byte[] clip = Mp4Builder.clip().video(track -> track.size(other, side)).bytes();
        assertThat(Judged.findings(Judged.video(clip))).isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void turning_a_video_by_a_right_angle_changes_no_verdict(long side, long other, List<String> findings) {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.size(side, other).turnedClockwise(90))
                .bytes();
        assertThat(Judged.findings(Judged.video(clip))).isEqualTo(findings);
    }

    @Test
    void says_the_size_once_where_all_readings_agree() {
        byte[] clip = Mp4Builder.clip().video(track -> track.size(320, 240)).bytes();
        assertThat(Judged.finding(Judged.video(clip), RuleId.VIDEO_DIMENSIONS))
                .extracting("actual", "limit")
                .containsExactly("320x240 px", "340 to 3,850 px");
    }
}
