package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MisbehavingWorkerTest {
    static final Probed PROBED = Probed.named(Format.PNG, Kind.IMAGE);
    private static final String SENSELESS = "the decoder's process gave an invalid response";

    private static FfmpegWorkers workers;

    @BeforeAll
    static void start() {
        workers = FfmpegWorkers.builder(Limits.klingV3MotionControl())
                .main(Misbehaving.class)
                .workers(1)
                .heapBytes(32L << 20)
                .fileTime(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "exits | the decoder's process ended with exit code 7",
                "complains | the decoder's process ended with exit code 1: the disk is on fire",
                "is killed | the decoder was killed (signal 9, SIGKILL), perhaps because memory ran out",
                "is stopped by a fault | the decoder crashed (SIGSEGV)",
                "throws | the decoder failed: no idea",
                "recurses | the decoder failed",
                "fills the heap | the decoder ran out of Java heap",
                "writes garbage | " + SENSELESS,
                "speaks another version | the decoder's process uses version 3 of the protocol, and this process uses version 2: its class path contains another release",
                "speaks half a frame | the decoder's process ended with exit code 0",
                "claims two gigabytes | " + SENSELESS,
                "responses something else | " + SENSELESS,
                "says too much | a message to or from the decoder would be too long",
            })
    void the_failure_of_a_worker_is_reported_for_its_file_and_the_next_one_has_another(String name, String why) {
        Examination examination = workers.examine(Path.of(name), PROBED);

        assertThat(examination.decoderResult().orElseThrow().decoding()).isEqualTo(new Decoding.Undecided(why));
        assertThat(examination.decoderResult().orElseThrow().reading()).isEmpty();
        assertThat(decoding("fine")).isEqualTo(new Decoding.Decoded(Depth.ENDS, 2));
        assertThat(workers.processes()).hasSize(1);
    }

    @Test
    void a_worker_that_hangs_is_killed_when_its_time_is_over() {
        try (FfmpegWorkers hasty = FfmpegWorkers.builder(Limits.klingV3MotionControl())
                .main(Misbehaving.class)
                .fileTime(Duration.ofMillis(1500))
                .build()) {
            Examination examination = hasty.examine(Path.of("hangs"), PROBED);

            assertThat(examination.decoderResult().orElseThrow().decoding())
                    .isEqualTo(new Decoding.Undecided("the decoder took more than 1.5 s for this file"));
            assertThat(hasty.processes()).isEmpty();
        }
    }

    private static Decoding decoding(String name) {
        return workers.examine(Path.of(name), PROBED)
                .decoderResult()
                .orElseThrow()
                .decoding();
    }
}
