package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class WorkerEnvironmentTest {
    private static FfmpegWorkers workers;

    @BeforeAll
    static void start() {
        workers = WorkersTest.builder().workers(1).nativeBytes(256L << 20).build();
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @Test
    void a_worker_sees_nothing_of_the_environment_but_what_it_needs() {
        assertThat(List.of(decoderResult("reports its environment").by().split(" ", -1)))
                .contains("LC_ALL", "MALLOC_ARENA_MAX")
                // PWD, OLDPWD, SHLVL and _ are the shell's own.
                .isSubsetOf(Set.of(
                        "PATH",
                        "HOME",
                        "TMPDIR",
                        "LD_LIBRARY_PATH",
                        "LC_ALL",
                        "MALLOC_ARENA_MAX",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_"));
    }

    @Test
    void the_system_bounds_a_worker() {
        long addressSpace = WorkerCommand.JVM_BYTES + (32L << 20) + (2L << 20) + (256L << 20);
        long processorTime = WorkerPool.processorTime(Duration.ofSeconds(50)).toSeconds();

        assertThat(decoderResult("reports its limits").by().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("Max core file size 0 0 bytes ")
                .contains("Max address space " + addressSpace + " " + addressSpace + " bytes ")
                .contains("Max cpu time " + processorTime + " " + processorTime + " seconds ");
    }

    @Test
    void more_native_memory_than_was_granted_is_not_available() {
        Decoding decoding = decoderResult("takes native memory").decoding();

        assertThat(((Decoding.Undecided) decoding).why()).contains("Map failed");
    }

    @Test
    void what_a_library_prints_disturbs_no_message() {
        assertThat(decoderResult("prints like a library").decoding()).isInstanceOf(Decoding.Decoded.class);
    }

    private static DecoderResult decoderResult(String name) {
        return WorkersTest.examine(workers, name).decoderResult().orElseThrow();
    }
}
