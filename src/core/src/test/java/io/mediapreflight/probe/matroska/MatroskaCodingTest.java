package io.mediapreflight.probe.matroska;

import static io.mediapreflight.fixture.MatroskaBuilder.element;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.CodecConfigurations;
import io.mediapreflight.fixture.MatroskaBuilder;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Fraction;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the video of a track is coded, and how it is turned. */
class MatroskaCodingTest {
    private static final int CODEC_PRIVATE = 0x63A2;

    private static VideoFacts facts(MatroskaBuilder builder) {
        return (VideoFacts) ((Inspection.Seen) Preflight.standard().inspect(BytesSource.of(builder.bytes())))
                .probed()
                .facts()
                .orElseThrow();
    }

    /** With these elements beside those of the codec and the size. */
    private static VideoFacts facts(String codec, byte[]... elements) {
        byte[] video = element(0xE0, element(0xB0, Bytes.u16(640)), element(0xBA, Bytes.u16(360)));
        return facts(MatroskaBuilder.matroska()
                .duration(5000)
                .track(1, element(0x86, Bytes.text(codec)), video, Bytes.join(elements)));
    }

    private static VideoFacts withVideo(byte[]... elements) {
        return facts(MatroskaBuilder.matroska().duration(5000).video("V_VP8", 640, 360, elements));
    }

    private static byte[] codecPrivate(String hex) {
        return element(CODEC_PRIVATE, HexFormat.of().parseHex(hex));
    }

    /** Advice names the codec, and a terminal would obey an escape. */
    @Test
    void a_codec_of_control_characters_is_named_without_them() {
        assertThat(facts("V_\u001b[2J\u009b").codec()).isEqualTo("V_?[2J?");
    }

    @ParameterizedTest
    @CsvSource({
        "V_MPEG4/ISO/AVC, CROPPED_AVC, avc1, avc1.640028, 8, 4:2:0, HLG",
        "V_MPEGH/ISO/HEVC, HDR_HEVC, hvc1, hvc1.2.4.L120.90, 10, 4:2:0, PQ",
        "V_AV1, HLG_AV1, av01, av01.0.08M.10, 10, 4:2:0, HLG"
    })
    void reads_the_configuration_of_the_codec(
            String name,
            String configuration,
            String codec,
            String codecString,
            int depth,
            String chroma,
            Transfer transfer)
            throws ReflectiveOperationException {
        String hex = (String) CodecConfigurations.class.getField(configuration).get(null);
        VideoFacts facts = facts(name, codecPrivate(hex));
        assertThat(facts.codec()).isEqualTo(codec);
        assertThat(facts.coding().codecString()).contains(codecString);
        assertThat(facts.coding().bitDepth()).contains(depth);
        assertThat(facts.coding().chromaSubsampling()).contains(chroma);
        assertThat(facts.coding().transfer()).contains(transfer);
        assertThat(facts.coding().interlaced()).contains(false);
    }

    @Test
    void the_size_of_the_configuration_is_a_reading_where_it_is_another() {
        VideoFacts facts = facts("V_MPEG4/ISO/AVC", codecPrivate(CodecConfigurations.CROPPED_AVC));
        assertThat(facts.configured()).hasSize(2);
        assertThat(facts.configured().get(0)).isEqualTo(PixelSize.of(1918, 1078));
    }

    @ParameterizedTest
    @CsvSource({
        "V_MPEG4/ISO/AVC, 00000001674d401e",
        "V_MPEGH/ISO/HEVC, 0000000140010c01",
        "V_AV1, 0a0b0000002d",
        "V_AV1, ''"
    })
    void what_is_no_configuration_says_nothing(String name, String hex) {
        VideoCoding coding = facts(name, codecPrivate(hex)).coding();
        assertThat(coding.codecString()).isEmpty();
        assertThat(coding.bitDepth()).isEmpty();
        assertThat(coding.chromaSubsampling()).isEmpty();
    }

    /** The scope of a compression: 1 is the frames, 2 what the codec has to know. */
    @ParameterizedTest
    @CsvSource({"1, avc1.640028", "2, ", "3, "})
    void a_configuration_that_is_compressed_is_not_read(int scope, String codecString) {
        byte[] encodings = element(0x6D80, element(0x6240, element(0x5032, Bytes.u8(scope))));
        assertThat(facts("V_MPEG4/ISO/AVC", codecPrivate(CodecConfigurations.CROPPED_AVC), encodings)
                        .coding()
                        .codecString())
                .isEqualTo(Optional.ofNullable(codecString));
    }

    @ParameterizedTest
    @CsvSource({"apch, apch, 10", "ap4h, ap4h, 12", "none, V_PRORES,", "apchx, V_PRORES,"})
    void prores_is_known_by_four_characters(String fourCc, String codec, Integer depth) {
        VideoFacts facts = facts("V_PRORES", element(CODEC_PRIVATE, Bytes.text(fourCc)));
        assertThat(facts.codec()).isEqualTo(codec);
        assertThat(facts.coding().bitDepth()).isEqualTo(Optional.ofNullable(depth));
    }

    @ParameterizedTest
    @CsvSource({"40000000, 25", "16666667, 59.999999", "0, ", "1000000000, 1"})
    void the_frame_rate_is_that_of_the_duration_of_all_frames(long nanoseconds, String expected) {
        VideoCoding coding =
                facts("V_VP8", element(0x23E383, Bytes.u32(nanoseconds))).coding();
        assertThat(coding.frameRate().map(Fraction::toDecimalString)).isEqualTo(Optional.ofNullable(expected));
        assertThat(coding.variableFrameRate()).isEmpty();
        assertThat(coding.frameCount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, ", "1, true", "2, false", "3, "})
    void a_flag_says_whether_frames_are_two_fields(int flag, Boolean expected) {
        VideoFacts facts = facts(
                MatroskaBuilder.matroska().duration(5000).video("V_MPEG2", 640, 360, element(0x9A, Bytes.u8(flag))));
        assertThat(facts.coding().interlaced()).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 4:2:0", "1, 0, 4:2:2", "0, 0, 4:4:4", "0, 1, ", "2, 0, "})
    void colour_says_how_often_it_is_halved(int across, int down, String expected) {
        byte[] colour = element(0x55B0, element(0x55B3, Bytes.u8(across)), element(0x55B4, Bytes.u8(down)));
        VideoFacts facts = facts(MatroskaBuilder.matroska().duration(5000).video("V_MPEG2", 640, 360, colour));
        assertThat(facts.coding().chromaSubsampling()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void colour_says_the_bit_depth_and_the_transfer() {
        byte[] colour = element(0x55B0, element(0x55B2, Bytes.u8(10)), element(0x55BA, Bytes.u8(16)));
        VideoFacts facts = facts(MatroskaBuilder.matroska().duration(5000).video("V_MPEG2", 640, 360, colour));
        assertThat(facts.coding().bitDepth()).contains(10);
        assertThat(facts.coding().transfer()).contains(Transfer.PQ);
    }

    /** Width, height and unit of the display; 3 is a ratio, 4 unknown. */
    @ParameterizedTest
    @CsvSource({"640, 360, 0, 1/1", "854, 360, 0, 427/320", "16, 9, 3, 1/1", "4, 3, 3, 3/4", "4, 3, 4, 1/1"})
    void the_shape_of_a_pixel_is_that_of_the_display(int width, int height, int unit, String expected) {
        VideoFacts facts = withVideo(
                element(0x54B0, Bytes.u16(width)), element(0x54BA, Bytes.u16(height)), element(0x54B2, Bytes.u8(unit)));
        assertThat(facts.coding().sampleAspectRatio().map(ratio -> ratio.numerator() + "/" + ratio.denominator()))
                .contains(expected);
    }

    @Test
    void the_shape_of_a_pixel_is_not_known_where_the_configuration_contradicts_the_container() {
        VideoFacts facts = facts("V_MPEG4/ISO/AVC", codecPrivate(CodecConfigurations.CROPPED_AVC));
        assertThat(facts.coding().sampleAspectRatio()).isEmpty();
    }

    /** Degrees of yaw and roll, which is counterclockwise; type 0 is a flat screen. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, false",
        "0, 0, 90, 270, false",
        "0, 0, -90, 90, false",
        "0, 0, 180, 180, false",
        "0, 0, -180, 180, false",
        "0, 180, 0, 0, true",
        "0, -180, 90, 90, true",
        "0, 0, 45, -1, false",
        "0, 0, 270, 90, false",
        "0, 90, 0, -1, false",
        "0, 0, NaN, -1, false",
        "1, 0, 0, -1, false"
    })
    void a_projection_on_a_flat_screen_turns_frames(int type, float yaw, float roll, int degrees, boolean mirrored) {
        VideoFacts facts = withVideo(element(
                0x7670,
                element(0x7671, Bytes.u8(type)),
                element(0x7673, Bytes.u32(Float.floatToIntBits(yaw) & 0xFFFF_FFFFL)),
                element(0x7675, Bytes.u32(Float.floatToIntBits(roll) & 0xFFFF_FFFFL))));
        assertThat(facts.rotation()).isEqualTo(degrees < 0 ? OptionalInt.empty() : OptionalInt.of(degrees));
        assertThat(facts.mirrored()).isEqualTo(mirrored);
    }

    @ParameterizedTest
    @CsvSource({
        "A_AAC, 6, mp4a, 6",
        "A_AAC/MPEG4/LC, 1, mp4a, 1",
        "A_OPUS, 2, Opus, 2",
        "A_VORBIS, 2, A_VORBIS, 2",
        "A_AC3, 0, ac-3,"
    })
    void reads_codec_and_channels_of_the_first_audio_track(String name, int channels, String codec, Integer expected) {
        VideoCoding coding = facts(MatroskaBuilder.matroska()
                        .duration(5000)
                        .video("V_VP8", 640, 360)
                        .track(2, element(0x86, Bytes.text(name)), element(0xE1, element(0x9F, Bytes.u8(channels))))
                        .track(2, element(0x86, Bytes.text("A_FLAC"))))
                .coding();
        assertThat(coding.audioCodec()).contains(codec);
        assertThat(coding.audioChannels()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void audio_that_does_not_say_how_many_channels_it_has_has_one() {
        VideoCoding coding = facts(MatroskaBuilder.matroska()
                        .duration(5000)
                        .video("V_VP8", 640, 360)
                        .track(2, element(0x86, Bytes.text("A_OPUS"))))
                .coding();
        assertThat(coding.audioChannels()).contains(1);
    }
}
