package io.mediapreflight.probe.mp4.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five seconds of 150 frames, 1,000 ticks each, that are presented at other times than they are decoded. */
class CompositionTimesTest {
    private static final int MOVIE_TICKS = 150_000;
    private static final int FRAME = 1000;

    /** H.264 and H.265 reorder by 16 frames at most. */
    private static final long ROOM = 16 * FRAME;

    private static String findings(UnaryOperator<TrackBuilder> track) {
        return String.join(
                " ", Judged.findings(Judged.video(Mp4Builder.clip().video(track).bytes())));
    }

    private static String expected(boolean isNonsense) {
        return isNonsense ? "video.readable=warn" : "";
    }

    @Test
    void frames_that_are_reordered_pass_with_and_without_an_edit_that_makes_up_for_the_delay() {
        long[] reordered = {1, 2 * FRAME, 1, 5 * FRAME, 148, 2 * FRAME};
        assertThat(findings(track -> track.compositionOffsets(reordered))).isEmpty();
        assertThat(findings(track -> track.compositionOffsets(reordered).edit(MOVIE_TICKS, 2 * FRAME)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void a_first_frame_may_be_as_late_as_reordering_explains(int more, boolean isNonsense) {
        assertThat(findings(track -> track.compositionOffsets(150, ROOM + more)))
                .isEqualTo(expected(isNonsense));
    }

    @Test
    void an_edit_that_begins_where_the_late_frames_do_shows_all_of_them() {
        long late = ROOM + FRAME;
        assertThat(findings(track -> track.compositionOffsets(150, late).edit(MOVIE_TICKS, late)))
                .isEmpty();
        assertThat(findings(track -> track.compositionOffsets(150, late).edit(MOVIE_TICKS, 0)))
                .isEqualTo(expected(true));
    }

    /** The first is at 0; the last is decoded at 149,000. */
    @ParameterizedTest
    @CsvSource({"165000, false", "165001, true", "2147483647, true"})
    void one_frame_may_be_presented_behind_all_others_by_no_more_than_that(long at, boolean isNonsense) {
        assertThat(findings(track -> track.compositionOffsets(5, 0, 1, at - 5 * FRAME, 144, 0)))
                .isEqualTo(expected(isNonsense));
    }

    @ParameterizedTest
    @CsvSource({"-16000, false", "-16001, true", "-2147483648, true"})
    void all_frames_may_be_presented_before_they_are_decoded_by_no_more_than_that(long early, boolean isNonsense) {
        assertThat(findings(track ->
                        track.compositionOffsets(150, early & 0xFFFF_FFFFL).edit(MOVIE_TICKS, 0)))
                .isEqualTo(expected(isNonsense));
    }

    @Test
    void frames_that_are_presented_backwards_are_nonsense() {
        long[] backwards = new long[300];
        for (int i = 0; i < 150; i++) {
            backwards[2 * i] = 1;
            backwards[2 * i + 1] = (150 - i) * 2L * FRAME;
        }
        assertThat(findings(track -> track.compositionOffsets(backwards))).isEqualTo(expected(true));
    }

    /** As a screen recording has: the delay of two frames is long where each is. */
    @ParameterizedTest
    @CsvSource({"1000, true", "30000, false"})
    void long_frames_may_be_late_by_as_much_as_they_last(long frameTicks, boolean isNonsense) {
        assertThat(findings(track -> track.frameTicks(frameTicks).compositionOffsets(150, 30 * FRAME)))
                .isEqualTo(expected(isNonsense));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 75, 151, 0xFFFF_FFFFL})
    void offsets_for_fewer_or_more_frames_than_there_are_do_no_harm(long frames) {
        assertThat(findings(track -> track.compositionOffsets(frames, 2 * FRAME)))
                .isEmpty();
    }

    @Test
    void an_entry_for_no_frame_does_no_harm() {
        assertThat(findings(track -> track.compositionOffsets(0, Integer.MAX_VALUE, 150, 0)))
                .isEmpty();
    }

    @Test
    void it_is_named_with_its_place() {
        byte[] video = Mp4Builder.clip()
                .video(track -> track.compositionOffsets(150, 1 << 30))
                .bytes();
        assertThat(Judged.finding(Judged.video(video), RuleId.VIDEO_READABLE).actual())
                .startsWith("'ctts' shows samples at times when the track shows nothing else")
                .contains("at byte " + (Bytes.indexOf(video, "ctts") - 4) + " ");
    }

    @Test
    void another_track_is_not_looked_at() {
        TrackBuilder audio = TrackBuilder.audio().compositionOffsets(150, 1 << 30);
        assertThat(Judged.findings(Judged.video(Mp4Builder.clip().track(audio).bytes())))
                .isEqualTo(List.of());
    }
}
