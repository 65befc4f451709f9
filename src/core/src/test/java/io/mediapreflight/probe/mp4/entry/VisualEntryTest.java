package io.mediapreflight.probe.mp4.entry;

import static io.mediapreflight.fixture.BoxWriter.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.CodecConfigurations;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.spec.Fraction;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a video is coded by its sample entry and the boxes in it. */
class VisualEntryTest {
    private static VideoCoding coding(UnaryOperator<TrackBuilder> change) {
        return Judged.videoFacts(Judged.video(Mp4Builder.clip().video(change).bytes()))
                .coding();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @ParameterizedTest
    @CsvSource({"65536, 65536, 1, 1", "40, 33, 40, 33", "8, 6, 4, 3"})
    void the_shape_of_a_pixel_is_in_its_lowest_terms(long across, long down, long numerator, long denominator) {
        assertThat(coding(track -> track.sampleAspectRatio(across, down)).sampleAspectRatio())
                .contains(new Fraction(numerator, denominator));
    }

    @Test
    void the_codec_string_of_an_encrypted_entry_is_that_of_the_original() {
        assertThat(coding(track -> track.configuration("avcC", hex(CodecConfigurations.CROPPED_AVC))
                                .encrypted())
                        .codecString())
                .contains("avc1.640028");
    }

    /** FFmpeg takes anything else for start codes, and finds none. */
    @ParameterizedTest
    @CsvSource({"00, video.readable=fail", "01, ''", "02, video.readable=fail"})
    void the_configuration_of_h264_has_the_version_that_exists(String version, String expected) {
        byte[] configuration = hex(version + CodecConfigurations.CROPPED_AVC.substring(2));
        byte[] video = Mp4Builder.clip()
                .video(track -> track.size(1918, 1078).configuration("avcC", configuration))
                .bytes();
        assertThat(String.join(" ", Judged.findings(Judged.video(video)))).isEqualTo(expected);
    }

    @Test
    void mpeg_4_visual_is_named_by_object_type_and_profile() {
        byte[] esds = hex("00000000" + "032200" + "0200" + "041a" + "20" + "11000000" + "0001000000010000" + "0509"
                + "000001b001000001b5" + "060102");
        VideoCoding coding = coding(track -> track.codec("mp4v").inEntry(box("esds", esds)));
        assertThat(coding.codecString()).contains("mp4v.20.1");
        assertThat(coding.bitDepth()).contains(8);
        assertThat(coding.chromaSubsampling()).contains("4:2:0");
    }

    /** Its entry has the configuration of the codec beneath too. */
    @Test
    void dolby_vision_has_a_codec_string_and_the_bit_depth_of_the_codec_beneath() {
        VideoCoding coding = coding(track -> track.codec("dav1")
                .configuration("av1C", hex(CodecConfigurations.HLG_AV1))
                .configuration("dvvC", hex("0100144d000000000000000000000000")));
        assertThat(coding.codecString()).contains("dav1.10.09");
        assertThat(coding.bitDepth()).contains(10);
    }

    @Test
    void dolby_vision_without_its_own_box_has_no_codec_string() {
        assertThat(coding(track -> track.codec("dav1").configuration("av1C", hex(CodecConfigurations.HLG_AV1)))
                        .codecString())
                .isEmpty();
    }

    @Test
    void prores_is_known_by_its_name() {
        VideoCoding coding = coding(track -> track.codec("apch"));
        assertThat(coding.codecString()).contains("apch");
        assertThat(coding.bitDepth()).contains(10);
        assertThat(coding.chromaSubsampling()).contains("4:2:2");
    }

    @Test
    void a_codec_whose_configuration_is_missing_has_no_codec_string() {
        assertThat(coding(track -> track.codec("vp09")).codecString()).isEmpty();
    }
}
