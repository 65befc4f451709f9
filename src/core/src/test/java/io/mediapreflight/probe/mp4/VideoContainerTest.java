package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoContainerTest {
    private static List<String> findings(Mp4Builder clip) {
        return Judged.findings(Judged.anything(clip.bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mp71", "avc1",
                "dash", "M4V ", "M4VH", "M4VP", "MSNV", "XAVC", "f4v "
            })
    void passes_a_major_brand_that_is_mp4(String brand) {
        Verdict verdict = Judged.anything(Mp4Builder.clip().brand(brand).bytes());
        assertThat(Judged.findings(verdict)).isEmpty();
        assertThat(verdict.format()).contains(Format.MP4);
    }

    @Test
    void passes_quicktime_as_mov() {
        Verdict verdict =
                Judged.anything(Mp4Builder.clip().brand("qt  ", "qt  ").bytes());
        assertThat(Judged.findings(verdict)).isEmpty();
        assertThat(verdict.format()).contains(Format.MOV);
    }

    @Test
    void passes_a_video_without_a_brand_as_the_quicktime_of_before_2001() {
        Verdict verdict = Judged.anything(Mp4Builder.clip().withoutFileType().bytes());
        assertThat(Judged.findings(verdict)).isEmpty();
        assertThat(verdict.format()).contains(Format.MOV);
    }

    @ParameterizedTest
    @CsvSource({"3gp5, THREE_GP", "3g2a, THREE_GP", "mif1, MP4", "heic, MP4", "M4A , MP4", "NDSC, MP4"})
    void warns_of_another_brand_that_lists_mp4_over_a_video(String brand, Format format) {
        Verdict verdict =
                Judged.anything(Mp4Builder.clip().brand(padded(brand), "isom").bytes());
        assertThat(Judged.findings(verdict)).containsExactly("video.container=warn");
        assertThat(verdict.format()).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3gp5", "wxyz", "heic"})
    void warns_of_an_unknown_brand_over_a_video(String brand) {
        assertThat(findings(Mp4Builder.clip().brand(brand))).containsExactly("video.container=warn");
    }

    @ParameterizedTest
    @CsvSource({"heic, HEIC, IMAGE", "mif1, HEIC, IMAGE", "avif, AVIF, IMAGE", "avis, AVIF, IMAGE", "M4A , M4A, AUDIO"})
    void takes_a_brand_of_another_family_without_a_video_track_at_its_word(String brand, Format format, Kind kind) {
        Verdict verdict = Judged.anything(Mp4Builder.clip()
                .brand(padded(brand))
                .withoutTracks()
                .track(TrackBuilder.audio())
                .bytes());
        assertThat(verdict.format()).contains(format);
        assertThat(verdict.kind()).contains(kind);
    }

    @Test
    void refuses_audio_alone_in_an_mp4() {
        Mp4Builder audio = Mp4Builder.clip().withoutTracks().track(TrackBuilder.audio());
        assertThat(Judged.findings(Judged.video(audio.bytes())))
                .containsExactly("media.kind=fail", "video.container=fail");
    }

    @Test
    void warns_of_a_second_enabled_video_track() {
        Mp4Builder clip = Mp4Builder.clip().track(TrackBuilder.video().id(2).size(1280, 720));
        assertThat(findings(clip)).containsExactly("video.container=warn");
        assertThat(Judged.videoFacts(Judged.anything(clip.bytes())).tracks())
                .isEqualTo(new VideoFacts.Tracks(2, false, List.of(), Optional.of(1L)));
    }

    @Test
    void a_disabled_video_track_beside_an_enabled_one_is_no_matter() {
        assertThat(findings(Mp4Builder.clip()
                        .track(TrackBuilder.video().id(2).disabled().size(32, 32))))
                .isEmpty();
    }

    @Test
    void the_first_enabled_video_track_is_the_reference() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.disabled().size(32, 32))
                .track(TrackBuilder.video().id(2).size(1280, 720));
        assertThat(findings(clip)).isEmpty();
        assertThat(Judged.videoFacts(Judged.anything(clip.bytes())).size()).hasToString("Optional[1280x720]");
    }

    @Test
    void warns_where_the_only_video_track_is_disabled() {
        assertThat(findings(Mp4Builder.clip().video(TrackBuilder::disabled))).containsExactly("video.container=warn");
    }

    @Test
    void cover_art_in_a_track_of_one_still_is_no_video() {
        TrackBuilder cover =
                TrackBuilder.video().id(2).codec("jpeg").size(1000, 1000).oneSample();
        assertThat(findings(Mp4Builder.clip().track(cover))).isEmpty();
    }

    @Test
    void motion_jpeg_is_a_video() {
        assertThat(findings(Mp4Builder.clip().video(track -> track.codec("jpeg"))))
                .isEmpty();
    }

    @Test
    void timed_thumbnails_that_another_track_names_as_chapters_are_no_video() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.chapters(7L))
                .track(TrackBuilder.video().id(7).size(160, 90));
        assertThat(findings(clip)).isEmpty();
    }

    @Test
    void an_encrypted_track_is_not_readable_and_keeps_its_codec() {
        Verdict verdict =
                Judged.video(Mp4Builder.clip().video(TrackBuilder::encrypted).bytes());
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=fail");
        assertThat(Judged.videoFacts(verdict).codec()).isEqualTo("avc1");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).fix().advice())
                .contains("unencrypted");
    }

    @Test
    void frames_in_another_file_are_not_readable() {
        Verdict verdict =
                Judged.video(Mp4Builder.clip().video(TrackBuilder::external).bytes());
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=fail");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual()).contains("another file");
    }

    @Test
    void a_segment_without_its_moov_is_not_readable() {
        byte[] fragments =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 5, 30_000)).bytes();
        byte[] styp = BoxWriter.box("styp", Bytes.text("msdh"), Bytes.u32(0));
        int moof = Bytes.indexOf(fragments, "moof") - 4;
        byte[] segment = Bytes.join(styp, java.util.Arrays.copyOfRange(fragments, moof, fragments.length));
        Verdict verdict = Judged.video(segment);
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=fail");
        assertThat(verdict.format()).contains(Format.MP4);
    }

    private static String padded(String brand) {
        return (brand + "    ").substring(0, 4);
    }
}
