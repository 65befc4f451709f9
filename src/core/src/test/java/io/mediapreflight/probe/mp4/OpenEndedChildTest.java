package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A box of size 0 within another reaches to the end of that one. */
class OpenEndedChildTest {
    private static final int SECOND = 30_000;

    private static byte[] openEnded(String box, Mp4Builder clip) {
        byte[] bytes = clip.bytes();
        return Bytes.patched(bytes, Bytes.indexOf(bytes, box) - 4, Bytes.u32(0));
    }

    @Test
    void an_edit_list_that_reaches_to_the_end_of_its_parent_is_read() {
        Mp4Builder clip =
                Mp4Builder.clip().duration(SECOND, 10 * SECOND).video(track -> track.edit(4 * SECOND, 2 * SECOND));
        Verdict verdict = Judged.video(openEnded("elst", clip));
        assertThat(verdict.facts()).isEqualTo(Judged.video(clip.bytes()).facts());
        assertThat(Judged.videoFacts(verdict).durations().videoTrack())
                .hasValueSatisfying(track -> assertThat(track.toDecimalString()).isEqualTo("4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trak", "mdia", "minf", "stbl", "avc1", "stco", "dref"})
    void the_last_child_of_its_parent_may_do_without_a_size(String box) {
        assertThat(Judged.findings(Judged.video(openEnded(box, Mp4Builder.clip()))))
                .isEmpty();
    }

    @Test
    void an_entry_of_dref_without_a_size_is_not_readable() {
        byte[] clip = openEnded("url ", Mp4Builder.clip());
        assertThat(Judged.findings(Judged.video(clip))).containsExactly("video.readable=fail");
        assertThat(Judged.finding(Judged.video(clip), RuleId.VIDEO_READABLE).actual())
                .startsWith("an entry of 'dref' has the size 0, at byte " + (Bytes.indexOf(clip, "url ") - 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvhd", "tkhd", "mdhd", "stsd", "stts", "stsz"})
    void a_child_without_a_size_that_is_not_the_last_one_swallows_the_others(String box) {
        assertThat(Judged.findings(Judged.video(openEnded(box, Mp4Builder.clip()))))
                .isNotEmpty();
    }
}
