package io.mediapreflight.probe.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.spec.Fraction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations that x264, x265 and SVT-AV1 wrote for FFmpeg's test pattern; ffprobe reads the same of each. */
class CodecConfigurationTest {
    /** 1918x1078, samples of 4:3, transfer arib-std-b67. */
    private static final String CROPPED_AVC = "01640028ffe1001f67640028acd940780227a9b0e6a0424048000003000800000301e078"
            + "c18cb001000668ebe3cb22c0fdf8f800";

    /** 640x480 as two fields. */
    private static final String INTERLACED_AVC =
            "0164001effe100196764001eacd940a07b6022000003000200000300783e28532c01000668fba3cb22c0fdf8f800";

    /** 640x480 in yuv444p. */
    private static final String FULL_CHROMA_AVC =
            "01f4001effe1001967f4001e919b281407b60220000003002000000781e2c5b2c001000668ebe3c44844fff8f800";

    /** 1920x1080 in yuv420p10le, samples of 4:3, transfer smpte2084. */
    private static final String HDR_HEVC = "01022000000090000000000078f000fcfdfafa00000f04200001001840010c01ffff022000"
            + "000300900000030000030078959809210001002f420101022000000300900000030000030078a003c08010e4d96566924caf0e6a12"
            + "201208000003000800000300f04022000100074401c172b4624027";

    /** 1918x1080 in yuv420p10le, transfer arib-std-b67. */
    private static final String HLG_AV1 = "81084c000a0e00000042abbec3700be140848081";

    private static final String VP9 = "01000000001e800202020000";

    @Test
    void avc_has_the_cropped_size_and_the_shape_of_a_sample() {
        assertThat(AvcConfiguration.read("avc1", bytes(CROPPED_AVC)))
                .isEqualTo(new CodecConfiguration(
                        Optional.of("avc1.640028"),
                        Optional.of(PictureSize.of(1918, 1078)),
                        Optional.of(new Fraction(4, 3)),
                        Optional.of(8),
                        Optional.of("4:2:0"),
                        Optional.of(Transfer.HLG),
                        Optional.of(false)));
    }

    @Test
    void avc_of_two_fields_is_interlaced_and_as_high_as_both() {
        CodecConfiguration read = AvcConfiguration.read("avc1", bytes(INTERLACED_AVC));
        assertThat(read.interlaced()).contains(true);
        assertThat(read.size()).contains(PictureSize.of(640, 480));
    }

    @Test
    void avc_of_a_high_profile_has_its_chroma() {
        CodecConfiguration read = AvcConfiguration.read("avc1", bytes(FULL_CHROMA_AVC));
        assertThat(read.chromaSubsampling()).contains("4:4:4");
        assertThat(read.codecString()).contains("avc1.f4001e");
    }

    @Test
    void hevc_has_bit_depth_and_transfer() {
        assertThat(HevcConfiguration.read("hvc1", bytes(HDR_HEVC)))
                .isEqualTo(new CodecConfiguration(
                        Optional.of("hvc1.2.4.L120.90"),
                        Optional.of(PictureSize.of(1920, 1080)),
                        Optional.of(new Fraction(4, 3)),
                        Optional.of(10),
                        Optional.of("4:2:0"),
                        Optional.of(Transfer.PQ),
                        Optional.of(false)));
    }

    @Test
    void av1_has_the_size_of_its_sequence_header() {
        assertThat(Av1Configuration.read("av01", bytes(HLG_AV1)))
                .isEqualTo(new CodecConfiguration(
                        Optional.of("av01.0.08M.10"),
                        Optional.of(PictureSize.of(1918, 1080)),
                        Optional.empty(),
                        Optional.of(10),
                        Optional.of("4:2:0"),
                        Optional.of(Transfer.HLG),
                        Optional.of(false)));
    }

    @Test
    void vp9_has_no_size() {
        CodecConfiguration read = Vp9Configuration.read("vp09", bytes(VP9));
        assertThat(read.codecString()).contains("vp09.00.30.08");
        assertThat(read.size()).isEmpty();
        assertThat(read.bitDepth()).contains(8);
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
                    case "AVC" -> CROPPED_AVC;
                    case "HEVC" -> HDR_HEVC;
                    case "AV1" -> HLG_AV1;
                    default -> VP9;
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
