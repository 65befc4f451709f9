package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static long trailingBytes(Mp4Builder film) {
        Verdict verdict = Judged.video(film.bytes());
        assertThat(Judged.findings(verdict)).isEmpty();
        return ((Completeness.Whole)
                        verdict.probed().orElseThrow().completeness().orElseThrow())
                .trailingBytes();
    }

    static List<byte[]> trailers() {
        return List.of(
                TEXT,
                Bytes.text("\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n"),
                Bytes.text("TAG" + "x".repeat(125)),
                Bytes.join(BoxWriter.header("junk", 7), Bytes.zeros(20)));
    }

    @ParameterizedTest
    @MethodSource("trailers")
    void what_is_no_box_is_trailing_data_where_every_sample_lies_before_it(byte[] trailer) {
        assertThat(trailingBytes(Mp4Builder.film().behind(trailer))).isEqualTo(trailer.length);
        assertThat(trailingBytes(Mp4Builder.film().moovLast().behind(trailer))).isEqualTo(trailer.length);
    }

    @Test
    void text_in_which_samples_lie_is_unknown() {
        Mp4Builder film = Mp4Builder.film().mediaData(110).behind(TEXT);
        assertThat(findings(film)).containsExactly("video.complete=unknown");
    }

    @Test
    void text_behind_fragments_is_trailing_data() {
        Mp4Builder film =
                Mp4Builder.film().fragments(FragmentsBuilder.of(1, 5, 30_000)).behind(TEXT);
        assertThat(trailingBytes(film)).isEqualTo(TEXT.length);
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
                .startsWith("at least 900 bytes missing: the box '" + name + "' runs past the end of the file");
    }

    @Test
    void text_before_the_media_data_is_a_box_cut_off() {
        assertThat(findings(Mp4Builder.film().withoutMediaData().behind(TEXT))).containsExactly("video.complete=fail");
    }
}
