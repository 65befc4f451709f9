package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with flipped bits and cut off anywhere: an answer each time, and the process lives. */
class HostileExaminationTest {
    private static final int ROUNDS = 60;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "too-short-2.5s.mp4",
                "hevc.mov",
                "fragmented.mp4",
                "progressive.jpg",
                "photo-exif-orientation-6.jpg",
                "interlaced.png",
                "animation.apng"
            })
    void answers_whatever_is_done_to_a_file(String name) throws IOException {
        byte[] whole = Testdata.bytes(name);
        Probed promised = HeaderReadings.probed(Testdata.file(name)).orElseThrow();
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Path file = Files.write(directory.resolve("mutant"), mutated(whole, random));
            Depth depth = round % 2 == 0 ? Depth.ENDS : Depth.EVERY_FRAME;
            Examination examination = InProcessExaminer.builder(Limits.klingV3MotionControl())
                    .depth(depth)
                    .build()
                    .examine(file, promised);
            assertThat(examination.decoderResult().orElseThrow().decoding().toString())
                    .as("round %d", round)
                    .doesNotContain("Exception", "Error");
        }
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int flips = random.nextInt(20);
        // Half of the flips in the first KiB, where the headers are.
        for (int i = 0; i < flips; i++) {
            int bound = i % 2 == 0 ? Math.min(1024, bytes.length) : bytes.length;
            bytes[random.nextInt(bound)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
