package io.mediapreflight.probe.mp4.movie;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.VideoFacts.Durations;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an edit list makes of 300 frames of 1/30 s, 10 s, under a movie header that says the same. */
class EditListTest {
    private static final int FRAME = 1000;
    private static final int SECOND = 30_000;

    private static Durations durations(UnaryOperator<TrackBuilder> edits) {
        byte[] clip =
                Mp4Builder.clip().duration(SECOND, 10 * SECOND).video(edits).bytes();
        return Judged.videoFacts(Judged.video(clip)).durations();
    }

    private static String seconds(Optional<Fraction> duration) {
        return duration.map(Fraction::toDecimalString).orElse("-");
    }

    @Test
    void without_one_the_media_are_presented_as_they_are() {
        assertThat(seconds(durations(track -> track).videoTrack())).isEqualTo("10");
    }

    @Test
    void an_edit_of_everything_changes_nothing() {
        assertThat(seconds(durations(track -> track.edit(10 * SECOND, 0)).videoTrack()))
                .isEqualTo("10");
    }

    @Test
    void an_edit_that_begins_at_the_reordering_delay_presents_everything() {
        assertThat(seconds(
                        durations(track -> track.edit(10 * SECOND, 2 * FRAME)).videoTrack()))
                .isEqualTo("10");
    }

    @Test
    void an_edit_presents_a_part() {
        Durations durations = durations(track -> track.edit(4 * SECOND, 2 * SECOND));
        assertThat(seconds(durations.videoTrack())).isEqualTo("4");
        assertThat(seconds(durations.videoMedia())).isEqualTo("10");
    }

    @Test
    void edits_are_added_up() {
        Durations durations = durations(track -> track.edit(4 * SECOND, 0).edit(3 * SECOND, 5 * SECOND));
        assertThat(seconds(durations.videoTrack())).isEqualTo("7");
    }

    @Test
    void an_edit_beyond_its_media_ends_with_them() {
        Durations durations = durations(track -> track.edit(10 * SECOND, 8 * SECOND));
        assertThat(seconds(durations.videoTrack())).isEqualTo("2");
    }

    @Test
    void an_empty_edit_moves_the_track_and_does_not_lengthen_it() {
        Durations durations = durations(track -> track.edit(SECOND, -1).edit(10 * SECOND, 0));
        assertThat(seconds(durations.videoTrack())).isEqualTo("10");
        assertThat(seconds(durations.longestTrack())).isEqualTo("11");
    }

    @Test
    void an_edit_of_no_length_reaches_to_the_end_of_the_media() {
        assertThat(seconds(durations(track -> track.edit(0, 4 * SECOND)).videoTrack()))
                .isEqualTo("6");
    }

    @Test
    void an_edit_of_no_length_reaches_to_the_end_of_the_fragments() {
        byte[] clip = Mp4Builder.clip()
                .movieDuration(SECOND, 0)
                .fragments(FragmentsBuilder.of(1, 9, SECOND))
                .video(track -> track.edit(0, 2 * FRAME))
                .bytes();
        assertThat(seconds(Judged.videoFacts(Judged.video(clip)).durations().videoTrack()))
                .isEqualTo("9");
    }

    @Test
    void an_edit_that_a_coarse_movie_clock_rounds_down_presents_everything() {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.duration(SECOND, 10 * SECOND + 10).edit(10_000, 0))
                .movieDuration(1000, 10_000)
                .bytes();
        assertThat(seconds(Judged.videoFacts(Judged.video(clip)).durations().videoTrack()))
                .isEqualTo("10.000333");
    }
}
