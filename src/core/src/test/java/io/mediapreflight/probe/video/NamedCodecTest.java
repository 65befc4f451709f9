package io.mediapreflight.probe.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codecs without a configuration of their own, and those of {@code esds}. */
class NamedCodecTest {
    @ParameterizedTest
    @CsvSource({
        "apco, 10, 4:2:2",
        "apcs, 10, 4:2:2",
        "apcn, 10, 4:2:2",
        "apch, 10, 4:2:2",
        "ap4h, 12, 4:4:4",
        "ap4x, 12, 4:4:4",
        "v210, 10, 4:2:2",
        "2vuy, 8, 4:2:2",
        "s263, 8, 4:2:0"
    })
    void a_codec_is_known_by_its_name(String codec, int depth, String chroma) {
        CodecConfiguration known = NamedCodec.of(codec);
        assertThat(known.codecString()).contains(codec);
        assertThat(known.bitDepth()).contains(depth);
        assertThat(known.chromaSubsampling()).contains(chroma);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aprn", "jpeg", "SVQ3", "Hap1"})
    void the_name_of_another_codec_is_its_codec_string_and_no_more(String codec) {
        assertThat(NamedCodec.of(codec)).isEqualTo(CodecConfiguration.named(codec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"avc1", "hvc1", "av01", "vp09", "mp4v", "dvh1", "rle ", "a?cd", ""})
    void nothing_is_known_of_a_codec_that_goes_by_its_configuration_or_has_no_name(String codec) {
        assertThat(NamedCodec.of(codec)).isEqualTo(CodecConfiguration.NONE);
    }

    /** The object type and the beginning of the decoder specific info, as FFmpeg, Xvid and a camera write them. */
    @ParameterizedTest
    @CsvSource({
        "20, 000001b001000001b5, mp4v.20.1, 8, 4:2:0",
        "20, 000001b009, mp4v.20.9, 8, 4:2:0",
        "20, 000001b00f, mp4v.20.15, 8, 4:2:0",
        "20, 000001b010, mp4v.20.16, ,",
        "20, 000001b0f0, mp4v.20.240, 8, 4:2:0",
        "20, 000001b0f7, mp4v.20.247, 8, 4:2:0",
        "20, 000001b0f8, mp4v.20.248, ,",
        "20, 000001b0ef, mp4v.20.239, ,",
        "20, 000001b000, mp4v.20.0, ,",
        "20, 000001b0, mp4v.20, ,",
        "20, 0000010000, mp4v.20, ,",
        "5F, '', mp4v.5F, ,",
        "60, '', mp4v.60, 8,",
        "65, '', mp4v.65, 8,",
        "66, '', mp4v.66, ,",
        "6A, '', mp4v.6A, 8, 4:2:0",
        "6C, '', mp4v.6C, ,"
    })
    void esds_says_which_mpeg_it_is(String objectType, String specific, String name, Integer depth, String chroma) {
        CodecConfiguration read = Mpeg4Configuration.read(
                "mp4v", Integer.parseInt(objectType, 16), HexFormat.of().parseHex(specific));
        assertThat(read.codecString()).contains(name);
        assertThat(read.bitDepth()).isEqualTo(Optional.ofNullable(depth));
        assertThat(read.chromaSubsampling()).isEqualTo(Optional.ofNullable(chroma));
    }

    /** Profile in seven bits, level in six. */
    @ParameterizedTest
    @CsvSource({"01001049, dvh1.08.09", "0100144d, dvh1.10.09", "01000a35, dvh1.05.06", "010010, "})
    void dolby_vision_is_named_by_profile_and_level(String box, String expected) {
        assertThat(DolbyVision.codecString("dvh1", HexFormat.of().parseHex(box)))
                .isEqualTo(Optional.ofNullable(expected));
    }
}
