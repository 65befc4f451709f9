package io.mediapreflight.benchmarks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.contender.Reported;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples are what their names say, by a check and by FFmpeg. */
class SamplesTest {
    private static final int DIVISOR = 3;

    @TempDir
    static Path directory;

    @BeforeAll
    static void make() throws IOException {
        Samples.make(directory, DIVISOR);
    }

    @ParameterizedTest
    @CsvSource({
        Samples.JPEG_1080P + ", 640, 360, 0",
        Samples.JPEG_CAMERA + ", 1333, 1000, 90",
        Samples.JPEG_PROGRESSIVE + ", 800, 600, 0",
        Samples.PNG_LARGE + ", 666, 500, 0",
    })
    void an_image_has_its_size_and_is_complete(String name, int width, int height, int rotation) throws Exception {
        Reported reported = reported("preflight check", name);
        assertThat(reported.size()).contains(new Reported.Size(width, height));
        assertThat(reported.rotation()).hasValue(rotation);
        assertThat(reported.incomplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        Samples.MOOV_FIRST + ", 0, 4",
        Samples.MOOV_LAST + ", 0, 4",
        Samples.MOV_ROTATED + ", 90, 4",
        Samples.LONG_TABLES + ", 0, 30",
        Samples.LARGE_MOOV + ", 0, 4",
        Samples.FRAGMENT_A_SECOND + ", 0, 30",
        Samples.FRAGMENT_A_FRAME + ", 0, 30",
    })
    void a_video_lasts_as_long_by_a_check_as_by_ffmpeg(String name, int rotation, double seconds) throws Exception {
        for (String contender : new String[] {"preflight check", "JavaCV FFmpegFrameGrabber"}) {
            Reported reported = reported(contender, name);
            assertThat(reported.size()).as(contender).contains(new Reported.Size(640, 360));
            assertThat(reported.rotation()).as(contender).hasValue(rotation);
            assertThat(reported.incomplete()).as(contender).isFalse();
            assertThat(reported.seconds().orElse(0)).as(contender).isBetween(seconds - 0.05, seconds + 0.05);
        }
    }

    private static Reported reported(String contender, String name) throws Exception {
        var measured = Contenders.named(contender);
        return measured.reported(measured.run(directory.resolve(name)));
    }
}
