package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.FragmentsBuilder.SaidIn;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationReadingsTest {
    private static final int FRAME = 1000;
    private static final int SECOND = 30_000;
    private static final long TEN_SECONDS = 10 * SECOND;
    private static final long ALL_ONES = 0xFFFF_FFFFL;

    private static List<String> underImage(Mp4Builder clip) {
        return Judged.findings(Judged.video(clip.bytes(), Orientation.IMAGE));
    }

    private static String seconds(Mp4Builder clip) {
        Finding finding = Judged.finding(Judged.video(clip.bytes(), Orientation.IMAGE), RuleId.VIDEO_DURATION_MAX);
        return finding.actual();
    }

    @Test
    void warns_where_the_video_is_within_ten_seconds_and_the_container_is_not() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, 998 * SECOND / 100))
                .track(TrackBuilder.audio().duration(SECOND, 1003 * SECOND / 100))
                .movieDuration(SECOND, 1003 * SECOND / 100);
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(seconds(clip)).isEqualTo("10.03 s (container), 9.98 s (video track)");
    }

    @Test
    void passes_with_orientation_video_what_only_ten_seconds_divide() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, 998 * SECOND / 100))
                .movieDuration(SECOND, 1003 * SECOND / 100);
        assertThat(Judged.findings(Judged.video(clip.bytes(), Orientation.VIDEO)))
                .isEmpty();
    }

    @Test
    void fails_where_container_and_video_are_both_over_ten_seconds() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, 1001 * SECOND / 100))
                .movieDuration(SECOND, 1003 * SECOND / 100);
        assertThat(underImage(clip)).containsExactly("video.duration.max=fail");
    }

    @Test
    void warns_where_the_movie_header_hides_an_audio_track_that_is_too_long() {
        Mp4Builder clip = Mp4Builder.clip()
                .duration(SECOND, TEN_SECONDS)
                .track(TrackBuilder.audio().duration(48_000, 10 * 48_000 + 1));
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(seconds(clip)).isEqualTo("10 s (container), 10.00002 s (longest track), 10 s (video track)");
    }

    @Test
    void warns_where_the_video_alone_is_too_short() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, 3 * SECOND - 1))
                .movieDuration(SECOND, 3 * SECOND);
        assertThat(underImage(clip)).containsExactly("video.duration.min=warn");
    }

    @Test
    void one_frame_of_media_beyond_the_edit_is_no_reading_of_its_own() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, TEN_SECONDS + FRAME).edit(TEN_SECONDS, 0))
                .movieDuration(SECOND, TEN_SECONDS);
        assertThat(underImage(clip)).isEmpty();
    }

    @Test
    void one_frame_and_a_tick_of_media_beyond_the_edit_are_a_reading_of_its_own() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, TEN_SECONDS + FRAME + 1).edit(TEN_SECONDS, 0))
                .movieDuration(SECOND, TEN_SECONDS);
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(seconds(clip)).isEqualTo("10 s (container), 10 s (video track), 10.03 s (without its edit list)");
    }

    @Test
    void an_edit_that_begins_late_hides_media_which_are_a_reading_of_their_own() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, 12 * SECOND).edit(9 * SECOND, 3 * SECOND))
                .movieDuration(SECOND, 9 * SECOND);
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(Judged.finding(Judged.video(clip.bytes(), Orientation.IMAGE), RuleId.VIDEO_DURATION_MAX)
                        .message())
                .startsWith("The video plays for 9 s, but 12 s are stored (an edit list hides the rest); ");
    }

    @Test
    void an_empty_edit_lengthens_the_container_and_not_the_track() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track ->
                        track.duration(SECOND, 9 * SECOND).edit(2 * SECOND, -1).edit(9 * SECOND, 0))
                .movieDuration(SECOND, 11 * SECOND);
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(seconds(clip)).isEqualTo("11 s (container), 9 s (video track)");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ALL_ONES})
    void a_movie_header_that_does_not_know_leaves_it_to_the_longest_track(long unknown) {
        Mp4Builder clip = Mp4Builder.clip().duration(SECOND, TEN_SECONDS + 1).movieDuration(SECOND, unknown);
        assertThat(underImage(clip)).containsExactly("video.duration.max=fail");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ALL_ONES})
    void a_media_header_that_does_not_know_leaves_it_to_the_sample_table(long unknown) {
        Mp4Builder clip = Mp4Builder.clip()
                .duration(SECOND, TEN_SECONDS + 1)
                .video(track -> track.headerTicks(unknown))
                .movieDuration(SECOND, unknown);
        assertThat(underImage(clip)).containsExactly("video.duration.max=fail");
    }

    @Test
    void all_ones_of_64_bits_are_not_known_either() {
        Mp4Builder clip = Mp4Builder.clip()
                .version1()
                .duration(SECOND, TEN_SECONDS)
                .video(track -> track.version1().headerTicks(-1))
                .movieDuration(SECOND, -1);
        assertThat(underImage(clip)).isEmpty();
    }

    @Test
    void a_video_without_samples_lasts_no_time() {
        Mp4Builder clip = Mp4Builder.clip().video(TrackBuilder::withoutSamples).movieDuration(SECOND, 0);
        assertThat(underImage(clip)).containsExactly("video.readable=fail", "video.duration.min=fail");
    }

    @Test
    void fragments_behind_which_something_unknown_stands_leave_the_duration_unknown() {
        Mp4Builder clip =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 5, SECOND)).behind(Bytes.filled(100, 0x91));
        assertThat(underImage(clip))
                .containsExactly(
                        "video.readable=unknown",
                        "video.complete=unknown",
                        "video.duration.min=unknown",
                        "video.duration.max=unknown");
    }

    @Test
    void padding_behind_fragments_is_no_matter() {
        Mp4Builder clip =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 5, SECOND)).behind(Bytes.zeros(5000));
        assertThat(underImage(clip)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SaidIn.class)
    void adds_up_fragments_wherever_they_say_how_long_a_sample_lasts(SaidIn place) {
        Mp4Builder clip =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 10, SECOND).saidIn(place));
        assertThat(Judged.videoFacts(Judged.video(clip.bytes())).durations().videoTrack())
                .hasValueSatisfying(track -> assertThat(track.toDecimalString()).isEqualTo("10"));
        assertThat(underImage(clip)).isEmpty();
    }

    @Test
    void fragments_one_tick_over_the_limit_fail() {
        int frames = 300;
        int ticks = 1000 * 10 + 1;
        Mp4Builder clip = Mp4Builder.clip().fragments(FragmentsBuilder.of(1, frames, ticks / 10));
        assertThat(underImage(clip)).isEmpty();
        Mp4Builder longer = Mp4Builder.clip().fragments(FragmentsBuilder.of(1, frames + 1, ticks / 10));
        assertThat(underImage(longer)).containsExactly("video.duration.max=fail");
    }

    @Test
    void fragments_are_added_to_the_samples_of_moov() {
        Mp4Builder clip = Mp4Builder.clip()
                .fragments(FragmentsBuilder.of(1, 5, SECOND).from(6 * SECOND))
                .video(track -> track.duration(SECOND, 6 * SECOND));
        assertThat(underImage(clip)).containsExactly("video.duration.max=fail");
        assertThat(seconds(clip)).isEqualTo("11 s");
    }

    @Test
    void what_mehd_announces_is_the_containers_reading() {
        Mp4Builder clip =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 9, SECOND).announcing(11 * SECOND));
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(seconds(clip)).isEqualTo("11 s (container), 9 s (longest track), 9 s (video track)");
    }

    @Test
    void fragments_that_begin_late_lengthen_the_clock_and_not_the_track() {
        Mp4Builder clip =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 9, SECOND).from(2 * SECOND));
        assertThat(underImage(clip)).containsExactly("video.duration.max=warn");
        assertThat(seconds(clip)).isEqualTo("9 s (container), 11 s (longest track), 9 s (video track)");
    }
}
