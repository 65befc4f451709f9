package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
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

/** What stands behind a video that has all it needs. */
class BehindTheVideoTest {
    private static final byte[] TEXT = Bytes.text("Thank you for downloading! See you again at example.com\n");

    private static List<String> findings(Mp4Builder clip) {
        return Judged.findings(Judged.video(clip.bytes()));
    }

    private static String incomplete(Mp4Builder clip) {
        return Judged.finding(Judged.video(clip.bytes()), RuleId.VIDEO_COMPLETE).actual();
    }

    private static long trailingBytes(Mp4Builder clip) {
        Verdict verdict = Judged.video(clip.bytes());
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
        assertThat(trailingBytes(Mp4Builder.clip().behind(trailer))).isEqualTo(trailer.length);
        assertThat(trailingBytes(Mp4Builder.clip().moovLast().behind(trailer))).isEqualTo(trailer.length);
    }

    @Test
    void text_in_which_samples_lie_is_unknown() {
        Mp4Builder clip = Mp4Builder.clip().mediaData(110).behind(TEXT);
        assertThat(findings(clip)).containsExactly("video.complete=unknown");
    }

    @Test
    void text_behind_fragments_is_trailing_data() {
        Mp4Builder clip =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 5, 30_000)).behind(TEXT);
        assertThat(trailingBytes(clip)).isEqualTo(TEXT.length);
    }

    @Test
    void a_whole_box_of_an_unknown_name_passes() {
        assertThat(findings(Mp4Builder.clip().behind(BoxWriter.box("junk", Bytes.zeros(20)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "skip", "mdat", "moof", "uuid", "udta", "meta", "mfra"})
    void a_known_box_that_runs_past_the_end_is_cut_off(String name) {
        Mp4Builder clip = Mp4Builder.clip().behind(BoxWriter.header(name, 1000), Bytes.zeros(92));
        assertThat(findings(clip)).contains("video.complete=fail");
        assertThat(incomplete(clip))
                .startsWith("at least 900 bytes missing: the box '" + name + "' runs past the end of the file");
    }

    @Test
    void text_before_the_media_data_is_a_box_cut_off() {
        assertThat(findings(Mp4Builder.clip().withoutMediaData().behind(TEXT))).containsExactly("video.complete=fail");
    }
}
