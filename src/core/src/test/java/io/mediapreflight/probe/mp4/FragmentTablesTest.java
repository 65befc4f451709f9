package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments that say otherwise than {@code moov}, or whose samples are not there. Offsets are counted from a box's name. */
class FragmentTablesTest {
    private static final int TRACK_ID = 8;
    private static final int TREX_DESCRIPTION = 12;
    private static final int DATA_OFFSET = 12;
    private static final int SAMPLE_SIZE = 20;

    /** One fragment: its sample begins with the {@code moof}, and 64 bytes of media end the file. */
    private static byte[] film() {
        return Mp4Builder.film().fragments(FragmentsBuilder.of(1, 1, 150_000)).bytes();
    }

    private static byte[] changed(String box, int offset, long value) {
        byte[] film = film();
        return Bytes.patched(film, Bytes.indexOf(film, box) + offset, Bytes.u32(value));
    }

    private static List<String> findings(byte[] film) {
        return Judged.findings(Judged.video(film));
    }

    private static String readable(byte[] film) {
        return Judged.finding(Judged.video(film), RuleId.VIDEO_READABLE).actual();
    }

    @Test
    void a_film_of_one_fragment_passes() {
        assertThat(findings(film())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 0xFFFF_FFFFL})
    void a_fragment_of_a_track_that_is_not_announced_is_not_readable(long track) {
        byte[] film = changed("tfhd", TRACK_ID, track);
        assertThat(findings(film)).contains("video.readable=fail");
        assertThat(readable(film))
                .startsWith("a fragment is of track " + track + ", for which 'moov' has no 'trex', at byte "
                        + (Bytes.indexOf(film, "tfhd") - 4));
    }

    @Test
    void a_fragment_of_a_track_that_is_announced_and_not_there_is_not_readable() {
        byte[] film = changed("trex", TRACK_ID, 7);
        film = Bytes.patched(film, Bytes.indexOf(film, "tfhd") + TRACK_ID, Bytes.u32(7));
        assertThat(readable(film)).startsWith("a fragment is of track 7, which 'moov' does not have");
    }

    @Test
    void a_run_without_a_header_before_it_is_not_readable() {
        byte[] film = film();
        byte[] headless = Bytes.patched(film, Bytes.indexOf(film, "tfhd"), Bytes.text("free"));
        assertThat(readable(headless)).startsWith("no 'tfhd' stands before 'trun'");
    }

    @ParameterizedTest
    @CsvSource({"0, video.readable=fail", "1, ''", "2, video.readable=fail", "4294967295, video.readable=fail"})
    void the_description_of_its_samples_is_one_that_exists(long description, String expected) {
        assertThat(String.join(" ", findings(changed("trex", TREX_DESCRIPTION, description))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "0, ''", "1, video.complete=fail", "100, video.complete=fail"})
    void the_last_sample_ends_with_the_file_at_the_latest(int over, String expected) {
        byte[] film = film();
        int sinceMoof = film.length - (Bytes.indexOf(film, "moof") - 4);
        assertThat(String.join(" ", findings(changed("trun", SAMPLE_SIZE, sinceMoof + over))))
                .isEqualTo(expected);
        assertThat(String.join(" ", findings(changed("trun", DATA_OFFSET, sinceMoof - 64 + over))))
                .isEqualTo(expected);
    }

    @Test
    void a_sample_behind_the_end_is_named_with_its_run_and_with_what_is_missing() {
        byte[] film = film();
        int sinceMoof = film.length - (Bytes.indexOf(film, "moof") - 4);
        byte[] lie = changed("trun", SAMPLE_SIZE, sinceMoof + 5);
        assertThat(Judged.finding(Judged.video(lie), RuleId.VIDEO_COMPLETE).actual())
                .startsWith("at least 5 bytes missing: samples of a fragment lie behind the end of the file, at byte "
                        + (Bytes.indexOf(lie, "trun") - 4));
    }

    @ParameterizedTest
    @CsvSource({"49999, video.readable=warn", "50000, ''", "50001, ''"})
    void fragments_are_in_the_order_of_their_times(long start, String expected) {
        byte[] film =
                Mp4Builder.film().fragments(FragmentsBuilder.of(1, 3, 50_000)).bytes();
        int third = lastIndexOf(film, "tfdt") + 8 + 4;
        assertThat(String.join(" ", findings(Bytes.patched(film, third, Bytes.u32(start)))))
                .isEqualTo(expected);
    }

    private static int lastIndexOf(byte[] film, String box) {
        return new String(film, StandardCharsets.ISO_8859_1).lastIndexOf(box);
    }

    @Test
    void a_sample_of_no_bytes_is_a_warning() {
        assertThat(findings(changed("trun", SAMPLE_SIZE, 0))).containsExactly("video.readable=warn");
    }
}
