package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Headers that say another duration than the sample table, and files that say everything twice. */
class LyingDurationsTest {
    private static final int SECOND = 30_000;
    private static final int HEADER = 8;

    private static Mp4Builder claiming(int seconds, int really) {
        return Mp4Builder.clip()
                .duration(SECOND, (long) really * SECOND)
                .mediaData(10_000)
                .video(track -> track.headerTicks((long) seconds * SECOND))
                .movieDuration(SECOND, (long) seconds * SECOND);
    }

    private static List<String> findings(byte[] video) {
        return Judged.findings(Judged.video(video, Orientation.VIDEO));
    }

    @Test
    void samples_of_40_s_under_headers_of_5_s_are_a_warning() {
        byte[] video = claiming(5, 40).bytes();
        assertThat(findings(video)).containsExactly("video.duration.max=warn");
        assertThat(Judged.finding(Judged.video(video), RuleId.VIDEO_DURATION_MAX)
                        .actual())
                .isEqualTo("5 s (container), 5 s (video track), 40 s (sum of its samples)");
    }

    @Test
    void samples_of_2_s_under_headers_of_4_s_are_a_warning() {
        assertThat(findings(claiming(4, 2).bytes())).containsExactly("video.duration.min=warn");
    }

    @Test
    void a_sum_within_a_frame_of_the_header_is_no_reading_of_its_own() {
        Mp4Builder video = Mp4Builder.clip().video(track -> track.headerTicks(5 * SECOND + 1000));
        assertThat(Judged.videoFacts(Judged.video(video.bytes())).durations().videoSamples())
                .isEmpty();
    }

    @Test
    void a_first_frame_that_claims_to_be_long_hides_nothing() {
        Mp4Builder video = claiming(5, 40).video(track -> track.frameTicks(38 * SECOND));
        assertThat(findings(video.bytes())).containsExactly("video.duration.max=warn");
    }

    /** Two of them have an entry for each sample, of which the second is longer than may be added up. */
    @Test
    void long_tables_are_added_up_to_a_bound() {
        assertThat(samples(1300)).isPresent();
        assertThat(samples(100_000)).isEmpty();
    }

    private static Optional<Fraction> samples(int entries) {
        Mp4Builder video =
                Mp4Builder.clip().video(track -> track.entriesPerTable(entries)).mediaData(200_000);
        return Judged.videoFacts(Judged.video(video.bytes())).durations().videoSamples();
    }

    private static byte[] twoMovies(Mp4Builder first, Mp4Builder second) {
        byte[] other = second.bytes();
        int moov = Bytes.indexOf(other, "moov") - 4;
        int mdat = Bytes.indexOf(other, "mdat") - 4;
        return first.behind(Arrays.copyOfRange(other, moov, mdat)).bytes();
    }

    @Test
    void a_second_moov_that_says_the_same_is_no_matter() {
        assertThat(findings(twoMovies(Mp4Builder.clip(), Mp4Builder.clip()))).isEmpty();
    }

    @Test
    void the_readings_of_a_second_moov_are_judged_beside_those_of_the_first() {
        byte[] longer = twoMovies(
                Mp4Builder.clip(),
                Mp4Builder.clip().duration(SECOND, 31 * SECOND).mediaData(1000));
        assertThat(findings(longer)).containsExactly("video.duration.max=warn");
        byte[] smaller = twoMovies(Mp4Builder.clip(), Mp4Builder.clip().video(track -> track.size(320, 240)));
        assertThat(findings(smaller)).containsExactly("video.dimensions=warn");
    }

    @Test
    void a_last_fragment_without_its_media_data_is_cut_off() {
        byte[] whole = Mp4Builder.clip()
                .fragments(FragmentsBuilder.of(1, 5, SECOND).mediaData(20))
                .bytes();
        byte[] without = Arrays.copyOf(whole, whole.length - 20 - HEADER);
        assertThat(findings(whole)).isEmpty();
        assertThat(findings(without)).containsExactly("video.complete=fail");
        assertThat(Judged.finding(Judged.video(without), RuleId.VIDEO_COMPLETE).actual())
                .startsWith("at least 28 bytes missing: no 'mdat' follows the last 'moof', at byte ");
    }

    @Test
    void bytes_behind_the_last_entry_of_stsd_are_no_matter() {
        byte[] video = Mp4Builder.clip()
                .video(TrackBuilder::withBytesBehindTheLastEntry)
                .bytes();
        assertThat(findings(video)).isEmpty();
    }
}
