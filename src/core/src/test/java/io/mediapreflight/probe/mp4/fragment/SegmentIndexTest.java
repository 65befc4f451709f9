package io.mediapreflight.probe.mp4.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.Fraction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five fragments of a second, of which the third cannot be read: what the indexes still say. */
class SegmentIndexTest {
    private static final int SECOND = 30_000;
    private static final byte[] NO_BOX = Bytes.join(Bytes.u32(0x7FFF_FFFF), Bytes.filled(4, 0x91));

    private static Verdict withBrokenFragment(FragmentsBuilder fragments) {
        byte[] clip = Mp4Builder.clip().fragments(fragments).bytes();
        String text = new String(clip, StandardCharsets.ISO_8859_1);
        int third = text.indexOf("moof", text.indexOf("moof", text.indexOf("moof") + 1) + 1) - 4;
        return Judged.video(Bytes.patched(clip, third, NO_BOX));
    }

    private static FragmentsBuilder fragments() {
        return FragmentsBuilder.of(1, 5, SECOND);
    }

    private static String seconds(Verdict verdict) {
        return Judged.videoFacts(verdict)
                .durations()
                .videoTrack()
                .map(Fraction::toDecimalString)
                .orElse("-");
    }

    @Test
    void without_an_index_the_duration_is_unknown() {
        Verdict verdict = withBrokenFragment(fragments());
        assertThat(seconds(verdict)).isEqualTo("-");
        assertThat(Judged.findings(verdict))
                .containsExactly(
                        "video.readable=unknown",
                        "video.complete=unknown",
                        "video.duration.min=unknown",
                        "video.duration.max=unknown");
    }

    @Test
    void a_segment_index_in_front_reports_how_long_all_fragments_last() {
        Verdict verdict = withBrokenFragment(fragments().withSegmentIndex());
        assertThat(seconds(verdict)).isEqualTo("5");
        assertThat(Judged.findings(verdict)).isEqualTo(List.of("video.readable=unknown", "video.complete=unknown"));
    }

    @Test
    void a_random_access_index_behind_names_the_last_fragment() {
        Verdict verdict = withBrokenFragment(fragments().withRandomAccess());
        assertThat(seconds(verdict)).isEqualTo("5");
        assertThat(Judged.findings(verdict)).isEqualTo(List.of("video.readable=unknown", "video.complete=unknown"));
    }

    @Test
    void an_index_is_not_asked_where_all_fragments_can_be_read() {
        byte[] clip = Mp4Builder.clip()
                .fragments(fragments().withSegmentIndex().withRandomAccess())
                .bytes();
        byte[] wrong = Bytes.patched(clip, Bytes.indexOf(clip, "sidx") + 12, Bytes.u32(1));
        assertThat(seconds(Judged.video(wrong))).isEqualTo("5");
    }
}
