package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ffmpeg.worker.BundledProgram;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too large for OpenH264 gets a copy of the same size by another encoder. */
@Tag("heavy")
class LargeFramesTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "3840, 2160, avc1",
        "2160, 3840, avc1",
        "3072, 3072, avc1",
        "3080, 3072, av01",
        "3840, 3840, av01",
        "3850, 3850, av01"
    })
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void a_copy_has_the_size_of_its_plan(int width, int height, String codec) throws Exception {
        Path file = directory.resolve("clip.mkv");
        make(file, "testsrc2=s=" + width + "x" + height + ":r=4:d=4");
        try (Fixer fixer = Fixer.builder().build()) {
            FixResult result = fixer.fix(file, Subject.video(Orientation.VIDEO));
            assertThat(result).isInstanceOf(FixResult.Fixed.class);
            VideoFacts facts =
                    (VideoFacts) ((FixResult.Fixed) result).verdict().facts().orElseThrow();
            assertThat(facts.coded()).isEqualTo(List.of(PixelSize.of(width, height)));
            assertThat(facts.codec()).isEqualTo(codec);
        }
    }

    private static void make(Path file, String source) throws Exception {
        try (FfmpegWorkers workers =
                FfmpegWorkers.builder(Limits.klingV3MotionControl()).build()) {
            Process process = new ProcessBuilder(
                            new BundledProgram(workers).path().toString(),
                            "-nostdin",
                            "-v",
                            "error",
                            "-f",
                            "lavfi",
                            "-i",
                            source,
                            "-c:v",
                            "mjpeg",
                            "-q:v",
                            "3",
                            file.toString())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        }
    }
}
