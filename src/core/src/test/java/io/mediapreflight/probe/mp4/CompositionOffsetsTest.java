package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.FragmentsBuilder.SaidIn;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten seconds of video and of audio in fragments of a second, whose samples are presented after they are decoded. */
class CompositionOffsetsTest {
    private static final int SECOND = 30_000;
    private static final int LATE = 2400; // 0.08 s
    private static final String TOO_LATE = "10.08 s (container), 10 s (video track)";

    private static FragmentsBuilder seconds(int trackId, int count) {
        return FragmentsBuilder.of(trackId, count, SECOND);
    }

    private static Mp4Builder withAudio(FragmentsBuilder video) {
        return Mp4Builder.clip().fragments(video).audioFragments(seconds(2, 10));
    }

    private static Mp4Builder withAudio(FragmentsBuilder video, UnaryOperator<TrackBuilder> edits) {
        return withAudio(video).video(edits);
    }

    private static List<String> underImage(Mp4Builder clip) {
        return Judged.findings(Judged.video(clip.bytes(), Orientation.IMAGE));
    }

    private static String durations(Mp4Builder clip) {
        Finding finding = Judged.finding(Judged.video(clip.bytes(), Orientation.IMAGE), RuleId.VIDEO_DURATION_MAX);
        return finding.actual();
    }

    @Test
    void without_them_the_video_lasts_as_long_as_its_samples() {
        assertThat(underImage(withAudio(seconds(1, 10)))).isEmpty();
    }

    @Test
    void a_video_that_starts_late_beside_its_audio_lengthens_the_container() {
        Mp4Builder clip = withAudio(seconds(1, 10).compositionOffsets(LATE));
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(durations(clip)).isEqualTo(TOO_LATE);
    }

    @ParameterizedTest
    @EnumSource(SaidIn.class)
    void they_are_read_wherever_the_duration_of_a_sample_is_said(SaidIn place) {
        Mp4Builder clip = withAudio(seconds(1, 10).saidIn(place).compositionOffsets(LATE));
        assertThat(durations(clip)).isEqualTo(TOO_LATE);
    }

    @Test
    void a_video_alone_lasts_from_its_first_sample_to_its_last() {
        Mp4Builder clip = Mp4Builder.clip().fragments(seconds(1, 10).compositionOffsets(LATE));
        assertThat(durations(clip)).isEqualTo("10 s (container), 10.08 s (longest track), 10 s (video track)");
    }

    @Test
    void the_earliest_and_the_latest_sample_count_where_they_are_reordered() {
        Mp4Builder clip = Mp4Builder.clip().fragments(seconds(1, 10).compositionOffsets(LATE, 3L * SECOND, 0, SECOND));
        assertThat(durations(clip)).isEqualTo("12.92 s (container), 13 s (longest track), 10 s (video track)");
    }

    @Test
    void an_edit_list_that_begins_at_the_first_offset_cancels_it() {
        Mp4Builder clip = withAudio(seconds(1, 10).compositionOffsets(LATE), track -> track.edit(0, LATE));
        assertThat(underImage(clip)).isEmpty();
    }

    @Test
    void an_edit_list_that_begins_before_the_first_offset_leaves_the_rest_of_it() {
        Mp4Builder clip = withAudio(seconds(1, 10).compositionOffsets(LATE), track -> track.edit(0, LATE / 2));
        assertThat(durations(clip)).isEqualTo("10.04 s (container), 10 s (video track)");
    }

    @Test
    void an_empty_edit_starts_the_video_late_as_well() {
        Mp4Builder clip = withAudio(
                seconds(1, 10).compositionOffsets(LATE),
                track -> track.edit(SECOND, -1).edit(0, LATE));
        assertThat(durations(clip)).isEqualTo("11 s (container), 10 s (video track)");
    }

    @Test
    void a_signed_offset_presents_a_sample_before_it_is_decoded() {
        FragmentsBuilder video = seconds(1, 10).from(LATE).signedCompositionOffsets(-LATE);
        assertThat(underImage(withAudio(video))).isEmpty();
    }

    @Test
    void a_signed_offset_may_be_positive() {
        Mp4Builder clip = withAudio(seconds(1, 10).signedCompositionOffsets(LATE));
        assertThat(durations(clip)).isEqualTo(TOO_LATE);
    }

    @Test
    void an_offset_without_a_sign_is_a_large_one() {
        Mp4Builder clip = withAudio(seconds(1, 10).compositionOffsets(0xFFFF_FFFFL));
        assertThat(durations(clip)).isEqualTo("143175.58 s (container), 10 s (video track)");
    }

    @Test
    void what_would_be_presented_before_the_clock_starts_starts_with_it() {
        Mp4Builder clip = withAudio(seconds(1, 10).signedCompositionOffsets(-LATE));
        assertThat(underImage(clip)).isEmpty();
    }
}
