package io.mediapreflight.probe.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many channels there are, by configurations that FFmpeg and cameras wrote; ffprobe counts as many. */
class AudioConfigurationTest {
    private static Optional<Integer> aac(String hex) {
        return AacConfiguration.channels(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "1208, 1", // LC, 44,100 Hz
        "1210, 2", "1230, 6", "1238, 8", "1258, 7", "1260, 8", "1270, 8", "1200, ", // channels are said further on
        "1240, ", // reserved
        "b208, ", // object type 22, which begins in another way
        "12, "
    })
    void aac_counts_its_channels(String configuration, Integer expected) {
        assertThat(aac(configuration)).isEqualTo(Optional.ofNullable(expected));
    }

    /** Of which only the frames know where the configuration does not say it. */
    @ParameterizedTest
    @CsvSource({
        "eb098800, 2", // type 29, 24,000 Hz and 48,000 Hz
        "2b098800, ", // type 5
        "1308, ", // LC, 24,000 Hz
        "1288, 1", // LC, 32,000 Hz
        "130856e500, 1", // said not to be there
        "130856e59d4880, 2",
        "130856e59d4800, 1",
        "130856e598, ",
        "17802ee008, ", // 24,000 Hz, spelled out
        "17802ee088, 1" // 24,001 Hz
    })
    void one_channel_is_two_with_parametric_stereo(String configuration, Integer expected) {
        assertThat(aac(configuration)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"100940, 1", "101140, 2", "103d40, 6", "10, "})
    void ac3_counts_its_channels(String box, Integer expected) {
        assertThat(Ac3Configuration.ofAc3(HexFormat.of().parseHex(box))).isEqualTo(Optional.ofNullable(expected));
    }

    /** Independent and dependent streams beside the first are not counted. */
    @ParameterizedTest
    @CsvSource({"0600200200, 1", "0600200f00, 6", "0601200f00, ", "0600200f02, ", "0600, "})
    void enhanced_ac3_counts_the_channels_of_its_only_stream(String box, Integer expected) {
        assertThat(Ac3Configuration.ofEnhancedAc3(HexFormat.of().parseHex(box)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void no_bytes_are_too_odd() {
        Random random = new Random(12);
        assertThatCode(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        byte[] bytes = new byte[random.nextInt(9)];
                        random.nextBytes(bytes);
                        AacConfiguration.channels(bytes);
                        Ac3Configuration.ofAc3(bytes);
                        Ac3Configuration.ofEnhancedAc3(bytes);
                    }
                })
                .doesNotThrowAnyException();
    }
}
