package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledWorkersTest {
    private static final int FILES = 200;
    private static final int KILLS = 8;

    @Test
    void workers_that_are_killed_at_any_moment_lose_no_file() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Random random = new Random(20261124);
        try (FfmpegWorkers workers = WorkersTest.builder().workers(2).build()) {
            List<Future<Examination>> all = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                all.add(threads.submit(() -> WorkersTest.examine(workers, "takes a while")));
            }
            int kills = 0;
            int undecided = 0;
            for (Future<Examination> each : all) {
                DecoderResult decoderResult = each.get().decoderResult().orElseThrow();
                boolean isDecoded = decoderResult.decoding() instanceof Decoding.Decoded;
                undecided += isDecoded ? 0 : 1;
                if (isDecoded && kills < KILLS && random.nextInt(FILES / KILLS / 2) == 0) {
                    kills += kill(Long.parseLong(decoderResult.by()));
                }
            }
            assertThat(kills).isPositive();
            assertThat(undecided).isBetween(1, kills);
            assertThat(WorkersTest.examine(workers, "fine")
                            .decoderResult()
                            .orElseThrow()
                            .decoding())
                    .isInstanceOf(Decoding.Decoded.class);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A worker that has responded, and is idle or at its next file now. */
    private static int kill(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::destroyForcibly).isPresent() ? 1 : 0;
    }
}
