package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind a film that has all it needs. */
class BehindTheFilmTest {
    private static final byte[] TEXT = Bytes.text("Thank you for downloading! See you again at example.com\n");

    private static List<String> findings(Mp4Builder film) {
        return Judged.findings(Judged.video(film.bytes()));
    }

    private static String incomplete(Mp4Builder film) {
        return Judged.finding(Judged.video(film.bytes()), RuleId.VIDEO_COMPLETE).actual();
    }

    @Test
    void text_is_unknown_and_not_a_box_of_a_billion_missing_bytes() {
        Mp4Builder film = Mp4Builder.film();
        int end = film.bytes().length;
        film.behind(TEXT);
        assertThat(findings(film)).containsExactly("video.complete=unknown");
        assertThat(incomplete(film))
                .isEqualTo("that could not be told, since what stands behind the film, from byte " + end
                        + " on, is no box that is known and runs past the end of the file: other data, or a box cut"
                        + " off");
    }

    @Test
    void text_is_unknown_behind_a_moov_that_comes_last_too() {
        assertThat(findings(Mp4Builder.film().moovLast().behind(TEXT))).containsExactly("video.complete=unknown");
    }

    @Test
    void a_size_that_no_box_has_is_unknown_behind_the_film() {
        assertThat(findings(Mp4Builder.film().behind(BoxWriter.header("junk", 7), Bytes.zeros(20))))
                .containsExactly("video.complete=unknown");
    }

    @Test
    void a_whole_box_of_an_unknown_name_passes() {
        assertThat(findings(Mp4Builder.film().behind(BoxWriter.box("junk", Bytes.zeros(20)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "skip", "mdat", "moof", "uuid", "udta", "meta", "mfra"})
    void a_known_box_that_runs_past_the_end_is_cut_off(String name) {
        Mp4Builder film = Mp4Builder.film().behind(BoxWriter.header(name, 1000), Bytes.zeros(92));
        assertThat(findings(film)).contains("video.complete=fail");
        assertThat(incomplete(film))
                .startsWith("it lacks at least 900 bytes: the box '" + name + "' runs past the end of the file");
    }

    @Test
    void text_before_the_media_data_is_a_box_cut_off() {
        assertThat(findings(Mp4Builder.film().withoutMediaData().behind(TEXT))).containsExactly("video.complete=fail");
    }
}
