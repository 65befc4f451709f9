package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.RuleId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lack what they must have, and that players show in full all the same: a warning; and their neighbours, which nothing shows. */
class PlayedAllTheSameTest {
    private static final int HEADER = 8;
    private static final String WARNING = "video.readable=warn";
    private static final String REFUSED = "video.readable=fail";
    private static final String NO_VIDEO = "media.kind=fail video.container=fail";

    private static String findings(byte[] video) {
        return String.join(" ", Judged.findings(Judged.video(video)));
    }

    private static byte[] renamed(byte[] video, String name, String other) {
        return Bytes.patched(video, Bytes.indexOf(video, name), Bytes.text(other));
    }

    private static byte[] fragmented() {
        return Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 1, 150_000)).bytes();
    }

    /** FFmpeg takes nothing from it but whether and how the track is turned. */
    @Test
    void a_video_track_without_a_header_of_its_own_is_a_warning() {
        MediaVerdict verdict = Judged.video(renamed(Mp4Builder.clip().bytes(), "tkhd", "free"));
        assertThat(Judged.findings(verdict)).containsExactly(WARNING);
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual()).startsWith("a track has no 'tkhd'");
        assertThat(Judged.videoFacts(verdict).size())
                .hasValueSatisfying(size -> assertThat(size).hasToString("640x360"));
    }

    @Test
    void fragments_cannot_name_a_track_without_a_header() {
        assertThat(findings(renamed(fragmented(), "tkhd", "free"))).contains(REFUSED);
    }

    @Test
    void a_video_track_with_a_header_is_preferred_to_one_without() {
        byte[] two = Mp4Builder.clip()
                .track(TrackBuilder.video().id(2).size(1280, 720))
                .bytes();
        MediaVerdict verdict = Judged.video(renamed(two, "tkhd", "free"));
        assertThat(Judged.findings(verdict)).containsExactly(WARNING);
        assertThat(Judged.videoFacts(verdict).size())
                .hasValueSatisfying(size -> assertThat(size).hasToString("1280x720"));
    }

    @Test
    void the_last_box_may_have_no_size() {
        byte[] video = Mp4Builder.clip().moovLast().bytes();
        int size = Bytes.indexOf(video, "moov") - 4;
        assertThat(findings(Bytes.patched(video, size, Bytes.u32(0)))).isEmpty();
    }

    /** Players know where the samples lie from {@code moov}, and look for no further box. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void media_data_with_a_size_under_their_header_are_a_warning_behind_moov(int size) {
        byte[] first = Mp4Builder.clip().bytes();
        assertThat(findings(Bytes.patched(first, Bytes.indexOf(first, "mdat") - 4, Bytes.u32(size))))
                .isEqualTo(WARNING);
        byte[] last = Mp4Builder.clip().moovLast().bytes();
        assertThat(findings(Bytes.patched(last, Bytes.indexOf(last, "mdat") - 4, Bytes.u32(size))))
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, video.readable=warn",
        "8, video.readable=warn",
        "15, video.readable=warn",
        "16, ''",
        "-1, video.readable=fail",
        "9223372036854775807, video.readable=fail"
    })
    void the_same_of_a_size_of_64_bits(long size, String expected) {
        byte[] video = Mp4Builder.clip().largeMediaData().bytes();
        assertThat(findings(Bytes.patched(video, Bytes.indexOf(video, "mdat") + 4, Bytes.u64(size))))
                .isEqualTo(expected);
    }

    @Test
    void fragments_behind_media_data_of_an_impossible_size_cannot_be_found() {
        byte[] video = fragmented();
        int second = Bytes.indexOf(video, "mdat", Bytes.indexOf(video, "moof")) - 4;
        assertThat(findings(Bytes.patched(video, second, Bytes.u32(7)))).contains(REFUSED);
    }

    @Test
    void samples_behind_the_end_are_missing_whatever_size_the_media_data_claim() {
        byte[] video =
                Mp4Builder.clip().video(track -> track.chunkOffset(1 << 20)).bytes();
        byte[] unsized = Bytes.patched(video, Bytes.indexOf(video, "mdat") - 4, Bytes.u32(7));
        assertThat(findings(unsized)).isEqualTo("video.complete=fail " + WARNING);
    }

    /** A caller logs the sentence, and a terminal would obey an escape. */
    @Test
    void a_handler_of_control_characters_is_spelt_out() {
        byte[] headless = renamed(Mp4Builder.clip().bytes(), "vmhd", "free");
        MediaVerdict verdict = Judged.video(renamed(headless, "vide", "v\u001b\0e"));
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual())
                .startsWith("the handler of the video track is 'v\\x1b\\x00e'");
    }

    /** Chrome and FFmpeg go by the codec; QuickTime by the handler. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "meta", "pict", "auxv", "sbtl", "subt", "mdta", "tmcd", "camm"})
    void a_track_of_another_handler_is_a_video_by_its_codec_where_there_is_no_other(String handler) {
        MediaVerdict verdict = Judged.video(renamed(Mp4Builder.clip().bytes(), "vide", handler));
        assertThat(Judged.findings(verdict)).containsExactly(WARNING);
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual())
                .startsWith("the handler of the video track is '" + handler + "'");
        assertThat(Judged.videoFacts(verdict).size())
                .hasValueSatisfying(size -> assertThat(size).hasToString("640x360"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soun", "subp", "clcp", "hint", "odsm", "sdsm"})
    void a_track_that_players_never_show_is_no_video_track(String handler) {
        assertThat(findings(renamed(Mp4Builder.clip().bytes(), "vide", handler)))
                .isEqualTo(NO_VIDEO);
    }

    /** As depth maps of a phone are. */
    @Test
    void an_auxiliary_track_beside_a_video_is_no_video() {
        byte[] video = Mp4Builder.clip()
                .track(TrackBuilder.video().id(2).size(100, 100))
                .bytes();
        int second = Bytes.indexOf(video, "vide", Bytes.indexOf(video, "stbl"));
        assertThat(findings(Bytes.patched(video, second, Bytes.text("auxv")))).isEmpty();
    }

    @Test
    void the_track_of_an_image_sequence_is_no_video() {
        byte[] sequence =
                renamed(Mp4Builder.clip().brand("avis", "avif", "msf1").bytes(), "vide", "pict");
        assertThat(Judged.anything(sequence).probed().orElseThrow().format()).contains(Format.AVIF);
    }

    @Test
    void the_samples_of_a_fragment_do_not_begin_in_the_long_header_of_their_media_data() {
        byte[] video = fragmented();
        int box = Bytes.indexOf(video, "mdat", Bytes.indexOf(video, "moof")) - 4;
        int length = video.length - box - HEADER;
        byte[] longer = Bytes.join(
                Arrays.copyOf(video, box),
                BoxWriter.largeBox("mdat", Arrays.copyOfRange(video, box + HEADER, video.length)));
        assertThat(findings(longer)).isEqualTo(REFUSED);
        int place = Bytes.indexOf(video, "trun") + 12;
        byte[] moved =
                Bytes.patched(longer, place, Bytes.u32(video.length - length - Bytes.indexOf(video, "moof") + 4 + 8));
        assertThat(findings(moved)).isEmpty();
    }
}
