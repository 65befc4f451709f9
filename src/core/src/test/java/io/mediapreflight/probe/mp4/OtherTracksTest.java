package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.RuleId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a track beside the video is a warning at most: players leave such a track out. */
class OtherTracksTest {
    private static final String TYPE = "....";

    /** The video with audio, in whose track this box is turned into padding. */
    private static byte[] withoutInAudio(String box) {
        byte[] bytes = Mp4Builder.clip().withAudio().bytes();
        return Bytes.patched(bytes, inAudio(bytes, box), Bytes.text("free"));
    }

    private static int inAudio(byte[] bytes, String box) {
        int second = Bytes.indexOf(bytes, "trak") + TYPE.length();
        second += Bytes.indexOf(Arrays.copyOfRange(bytes, second, bytes.length), "trak");
        return second + Bytes.indexOf(Arrays.copyOfRange(bytes, second, bytes.length), box);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkhd", "mdia", "mdhd", "minf", "stbl"})
    void a_box_that_another_track_lacks_is_a_warning_and_the_facts_stay(String box) {
        Verdict verdict = Judged.video(withoutInAudio(box));
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=warn");
        assertThat(Judged.videoFacts(verdict).size())
                .hasValueSatisfying(size -> assertThat(size).hasToString("640x360"));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual())
                .startsWith("in a track other than the video's, a track has no '");
    }

    @Test
    void a_timescale_of_0_in_another_track_is_a_warning() {
        byte[] bytes = Mp4Builder.clip().withAudio().bytes();
        byte[] lie = Bytes.patched(bytes, inAudio(bytes, "mdhd") + TYPE.length() + 12, Bytes.u32(0));
        assertThat(Judged.findings(Judged.video(lie))).containsExactly("video.readable=warn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stts", "stsc", "stco"})
    void a_count_that_does_not_fit_its_box_in_another_track_is_a_warning(String table) {
        byte[] bytes = Mp4Builder.clip().withAudio().bytes();
        byte[] lie = Bytes.patched(bytes, inAudio(bytes, table) + TYPE.length() + 4, Bytes.u32(1000));
        assertThat(Judged.findings(Judged.video(lie))).containsExactly("video.readable=warn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdia", "mdhd", "minf", "stbl"})
    void a_box_that_the_only_video_track_lacks_is_not_readable(String box) {
        byte[] bytes = Mp4Builder.clip().bytes();
        byte[] without = Bytes.patched(bytes, Bytes.indexOf(bytes, box), Bytes.text("free"));
        assertThat(Judged.findings(Judged.video(without))).containsExactly("video.readable=fail");
    }

    @Test
    void an_enabled_video_track_that_is_broken_and_comes_first_is_not_readable() {
        byte[] bytes = Mp4Builder.clip().track(TrackBuilder.video().id(2)).bytes();
        byte[] broken = Bytes.patched(bytes, Bytes.indexOf(bytes, "stbl"), Bytes.text("free"));
        assertThat(Judged.findings(Judged.video(broken))).containsExactly("video.readable=fail");
    }

    @Test
    void two_headers_of_a_track_are_not_readable() {
        byte[] bytes = Mp4Builder.clip().bytes();
        byte[] twice = Bytes.patched(
                Mp4Builder.clip().video(track -> track.edit(1, 0)).bytes(),
                Bytes.indexOf(Mp4Builder.clip().video(track -> track.edit(1, 0)).bytes(), "edts"),
                Bytes.text("tkhd"));
        assertThat(Judged.findings(Judged.video(bytes))).isEmpty();
        assertThat(Judged.findings(Judged.video(twice))).containsExactly("video.readable=fail");
    }

    @Test
    void a_video_track_without_a_handler_is_video_and_is_named() {
        byte[] bytes = Mp4Builder.clip().bytes();
        byte[] without = Bytes.patched(bytes, Bytes.indexOf(bytes, "hdlr"), Bytes.text("free"));
        Verdict verdict = Judged.video(without);
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=warn");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual()).startsWith("the video track has no 'hdlr'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void a_reference_with_other_flags_and_no_location_means_this_file(int flags) {
        byte[] bytes = Mp4Builder.clip().bytes();
        int entry = Bytes.indexOf(bytes, "url ") + TYPE.length();
        assertThat(Judged.findings(Judged.video(Bytes.patched(bytes, entry, Bytes.u32(flags)))))
                .isEmpty();
    }

    @Test
    void sixty_thousand_empty_boxes_in_moov_are_stepped_over() {
        byte[] boxes = Bytes.repeat(60_000, BoxWriter.box("free"));
        assertThat(Judged.findings(Judged.video(Mp4Builder.clip().inMoov(boxes).bytes())))
                .isEmpty();
    }

    @Test
    void a_hundred_sample_descriptions_are_read() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> {
            for (int i = 0; i < 100; i++) {
                track.alsoCoded(640 + i, 360);
            }
            return track;
        });
        assertThat(Judged.videoFacts(Judged.video(clip.bytes())).coded()).hasSize(100);
    }
}
