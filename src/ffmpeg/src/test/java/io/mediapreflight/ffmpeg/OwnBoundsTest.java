package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.ffmpeg.agreement.HeaderReadings;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What FFmpeg refuses for a bound of ours is no fault of the file's. */
class OwnBoundsTest {
    @Test
    void a_frame_that_finds_no_memory_is_undecided() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                ScarceMemory.class.getName(),
                "131072")); // its files are read through a buffer of half of this; no frame fits
        Stream.of("photo-small.jpg", "drawing.png", "clip-4s-faststart.mp4", "hevc.mov", "av1.mp4")
                .forEach(name -> command.add(Testdata.file(name).toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out.lines()).hasSize(5).containsOnly(new Undecided("decoding reached its memory limit").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip-4s-faststart.mp4", "hevc.mov", "av1.mp4"})
    void a_video_of_too_many_pixels_is_undecided(String name) {
        InProcessExaminer examiner = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .bounds(DecodeBounds.standard().withPixels(100 * 100))
                .build();
        assertThat(examiner.examine(
                                Testdata.file(name),
                                HeaderReadings.probed(Testdata.file(name)).orElseThrow())
                        .decoderResult()
                        .orElseThrow()
                        .decoding())
                .isInstanceOf(Undecided.class);
    }
}
