package io.mediapreflight.probe.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mediapreflight.fixture.CodecConfigurations;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.spec.Fraction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecConfigurationTest {
    @Test
    void avc_has_the_cropped_size_and_the_shape_of_a_sample() {
        assertThat(AvcConfiguration.read("avc1", bytes(CodecConfigurations.CROPPED_AVC)))
                .isEqualTo(new CodecConfiguration(
                        Optional.of("avc1.640028"),
                        Optional.of(PixelSize.of(1918, 1078)),
                        Optional.of(new Fraction(4, 3)),
                        Optional.of(8),
                        Optional.of("4:2:0"),
                        Optional.of(Transfer.HLG),
                        Optional.of(false)));
    }

    @Test
    void avc_of_two_fields_is_interlaced_and_as_high_as_both() {
        CodecConfiguration read = AvcConfiguration.read("avc1", bytes(CodecConfigurations.INTERLACED_AVC));
        assertThat(read.interlaced()).contains(true);
        assertThat(read.size()).contains(PixelSize.of(640, 480));
    }

    @Test
    void avc_of_a_high_profile_has_its_chroma() {
        CodecConfiguration read = AvcConfiguration.read("avc1", bytes(CodecConfigurations.FULL_CHROMA_AVC));
        assertThat(read.chromaSubsampling()).contains("4:4:4");
        assertThat(read.codecString()).contains("avc1.f4001e");
    }

    @Test
    void hevc_has_bit_depth_and_transfer() {
        assertThat(HevcConfiguration.read("hvc1", bytes(CodecConfigurations.HDR_HEVC)))
                .isEqualTo(new CodecConfiguration(
                        Optional.of("hvc1.2.4.L120.90"),
                        Optional.of(PixelSize.of(1920, 1080)),
                        Optional.of(new Fraction(4, 3)),
                        Optional.of(10),
                        Optional.of("4:2:0"),
                        Optional.of(Transfer.PQ),
                        Optional.of(false)));
    }

    @Test
    void av1_has_the_size_of_its_sequence_header() {
        assertThat(Av1Configuration.read("av01", bytes(CodecConfigurations.HLG_AV1)))
                .isEqualTo(new CodecConfiguration(
                        Optional.of("av01.0.08M.10"),
                        Optional.of(PixelSize.of(1918, 1080)),
                        Optional.empty(),
                        Optional.of(10),
                        Optional.of("4:2:0"),
                        Optional.of(Transfer.HLG),
                        Optional.of(false)));
    }

    @Test
    void vp9_has_no_size() {
        CodecConfiguration read = Vp9Configuration.read("vp09", bytes(CodecConfigurations.VP9));
        assertThat(read.codecString()).contains("vp09.00.30.08");
        assertThat(read.size()).isEmpty();
        assertThat(read.bitDepth()).contains(8);
    }

    /** Features: profile, level, bit depth and chroma. */
    @ParameterizedTest
    @CsvSource({
        "010100 02011e 030108 040101, vp09.00.30.08, 8, 4:2:0",
        "010101 02011e 030108 040103, vp09.01.30.08, 8, 4:4:4",
        "010102 020129 03010a, vp09.02.41.10, 10, 4:2:0",
        "010103, , ,",
        "010100, , 8, 4:2:0",
        "010101, , 8,",
        "0101, , ,",
        "'', , ,"
    })
    void vp9_in_webm_has_what_its_features_say(String features, String name, Integer depth, String chroma) {
        CodecConfiguration read = Vp9Configuration.readFeatures("vp09", bytes(features.replace(" ", "")));
        assertThat(read.codecString()).isEqualTo(Optional.ofNullable(name));
        assertThat(read.bitDepth()).isEqualTo(Optional.ofNullable(depth));
        assertThat(read.chromaSubsampling()).isEqualTo(Optional.ofNullable(chroma));
    }

    @ParameterizedTest
    @CsvSource({"0, ", "1, SDR", "2, ", "3, ", "6, SDR", "15, SDR", "16, PQ", "17, SDR", "18, HLG", "19, ", "255, "})
    void a_transfer_is_known_by_its_code(int code, Transfer transfer) {
        assertThat(Transfer.of(code)).isEqualTo(Optional.ofNullable(transfer));
    }

    @ParameterizedTest
    @CsvSource({"AVC", "HEVC", "AV1", "VP9"})
    void every_beginning_and_every_flipped_byte_is_read_without_an_exception(String codec) {
        byte[] whole = bytes(
                switch (codec) {
                    case "AVC" -> CodecConfigurations.CROPPED_AVC;
                    case "HEVC" -> CodecConfigurations.HDR_HEVC;
                    case "AV1" -> CodecConfigurations.HLG_AV1;
                    default -> CodecConfigurations.VP9;
                });
        assertThatCode(() -> {
                    for (int i = 0; i <= whole.length; i++) {
                        read(codec, Arrays.copyOf(whole, i));
                    }
                    for (int i = 0; i < whole.length; i++) {
                        for (int value = 0; value < 256; value++) {
                            byte[] mutant = whole.clone();
                            mutant[i] = (byte) value;
                            read(codec, mutant);
                        }
                    }
                })
                .doesNotThrowAnyException();
    }

    private static CodecConfiguration read(String codec, byte[] bytes) {
        return switch (codec) {
            case "AVC" -> AvcConfiguration.read("avc1", bytes);
            case "HEVC" -> HevcConfiguration.read("hvc1", bytes);
            case "AV1" -> Av1Configuration.read("av01", bytes);
            default -> Vp9Configuration.read("vp09", bytes);
        };
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
