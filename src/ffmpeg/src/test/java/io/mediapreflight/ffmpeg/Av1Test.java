package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Av1Test {
    @TempDir
    Path directory;

    @Test
    void is_decoded_by_the_name_that_dolby_vision_gives_it_too() throws IOException {
        byte[] video = Testdata.bytes("av1.mp4");
        int entry = new String(video, StandardCharsets.ISO_8859_1).indexOf("stsd") + 16;
        assertThat(new String(video, entry, 4, StandardCharsets.ISO_8859_1)).isEqualTo("av01");
        System.arraycopy(new byte[] {'d', 'a', 'v', '1'}, 0, video, entry, 4);
        Path file = Files.write(directory.resolve("video.mp4"), video);
        assertThat(InProcessExaminer.builder(Limits.klingV3MotionControl())
                        .build()
                        .examine(file, HeaderReadings.probed(file).orElseThrow())
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isEqualTo(new Decoded(Depth.ENDS, 80));
    }

    /** Headers: 12 a temporal delimiter, 2A and 2E metadata, 32 a frame; one without a size is even in its second bit. */
    @ParameterizedTest
    @CsvSource({
        "12003202AABB, 12003202AABB",
        "12002A01773202AABB, 12003202AABB",
        "2E0002AAAA1200, 1200",
        "2A8100CC1200, 1200",
        "2A7F12003200, 2A7F12003200",
        "1200287712, 1200287712",
        "2AFFFFFFFFFFFFFFFFFF, 2AFFFFFFFFFFFFFFFFFF",
        "2A, 2A"
    })
    void leaves_metadata_out_of_a_sample(String sample, String kept) {
        byte[] bytes = HexFormat.of().parseHex(sample);
        int length = Av1Sample.keep(ByteBuffer.wrap(bytes));
        assertThat(Arrays.copyOf(bytes, length)).isEqualTo(HexFormat.of().parseHex(kept));
    }
}
