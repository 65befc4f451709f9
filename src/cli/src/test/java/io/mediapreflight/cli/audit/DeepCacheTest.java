package io.mediapreflight.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.Preflight;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.audit.cache.SqliteCache;
import io.mediapreflight.cli.Run;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.probe.Probed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit --deep --cache}: a second run asks no worker about a file that has not changed. */
class DeepCacheTest {
    @TempDir
    Path directory;

    /** Counts what it hands on. */
    private record Counting(FfmpegWorkers workers, AtomicInteger asked) implements Examiner {
        @Override
        public Examination examine(Path file, Probed probed) {
            asked.incrementAndGet();
            return workers.examine(file, probed);
        }

        @Override
        public Optional<String> identity() {
            return workers.identity();
        }
    }

    private int asked(Depth depth, List<String> outcomes) throws IOException {
        Preflight headers = Preflight.standard();
        AtomicInteger asked = new AtomicInteger();
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
        try (FfmpegWorkers workers =
                        FfmpegWorkers.builder(headers.limits()).depth(depth).build();
                SqliteCache cache = SqliteCache.open(directory.resolve("facts.db"), later)) {
            Preflight preflight =
                    headers.toBuilder().examiner(new Counting(workers, asked)).build();
            List<Path> files = List.of(
                    Path.of(Run.sample("drawing.png")),
                    Path.of(Run.sample("clip-4s-faststart.mp4")),
                    Path.of(Run.sample("truncated-moov-first.mp4")));
            Audit.builder(preflight)
                    .cache(cache)
                    .build()
                    .over(NamedAssets.of(files, Selection.standard()))
                    .report(verdict -> outcomes.add(verdict.source().text() + " " + verdict.outcomeId() + " "
                            + verdict.findings() + verdict.advice()));
        }
        return asked.get();
    }

    @Test
    void a_second_run_asks_no_worker_and_says_the_same() throws IOException {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        assertThat(asked(Depth.ENDS, first)).isEqualTo(3);
        assertThat(asked(Depth.ENDS, second)).isZero();
        assertThat(second).hasSize(3).isEqualTo(first);
    }

    @Test
    void another_depth_asks_again() throws IOException {
        assertThat(asked(Depth.ENDS, new ArrayList<>())).isEqualTo(3);
        assertThat(asked(Depth.EVERY_FRAME, new ArrayList<>())).isEqualTo(3);
    }
}
