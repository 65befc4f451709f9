package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {
    @TempDir
    Path directory;

    @Test
    void many_threads_share_a_few_workers() throws Exception {
        AtomicInteger firstStarts = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (FfmpegWorkers workers = builder()
                .workers(2)
                .cache(directory)
                .onUnpacking(into -> firstStarts.incrementAndGet())
                .build()) {
            List<Future<Examination>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(threads.submit(() -> examine(workers, "fine")));
            }
            Set<String> processes = new HashSet<>();
            for (Future<Examination> each : all) {
                assertThat(each.get().decoderResult().orElseThrow().decoding()).isInstanceOf(Decoding.Decoded.class);
                processes.add(each.get().decoderResult().orElseThrow().by());
            }
            assertThat(processes).hasSizeBetween(1, 2);
            assertThat(firstStarts).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_worker_is_replaced_after_so_many_files() {
        try (FfmpegWorkers workers = builder().workers(1).filesPerWorker(2).build()) {
            List<String> processes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                processes.add(
                        examine(workers, "fine").decoderResult().orElseThrow().by());
            }
            assertThat(processes.get(1)).isEqualTo(processes.get(0)).isNotEqualTo(processes.get(2));
            assertThat(processes.get(3)).isEqualTo(processes.get(2));
            assertThat(workers.processes()).isEmpty();
        }
    }

    @Test
    void an_interrupt_ends_an_examination_and_stays_set() throws Exception {
        try (FfmpegWorkers workers = builder().workers(1).build()) {
            AtomicReference<Examination> result = new AtomicReference<>();
            CompletableFuture<Boolean> stillSet = new CompletableFuture<>();
            Thread asking = new Thread(() -> {
                result.set(examine(workers, "hangs"));
                stillSet.complete(Thread.currentThread().isInterrupted());
            });
            asking.start();
            awaitProcess(workers);
            asking.interrupt();

            assertThat(stillSet.get()).isTrue();
            assertThat(result.get().decoderResult().orElseThrow().decoding())
                    .isEqualTo(new Decoding.Undecided("the examination was interrupted"));
        }
    }

    @Test
    void a_thread_that_waits_for_a_worker_can_be_interrupted() {
        try (FfmpegWorkers workers = builder().build()) {
            Thread.currentThread().interrupt();
            Examination examination = examine(workers, "fine");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(examination.decoderResult().orElseThrow().decoding())
                    .isEqualTo(new Decoding.Undecided("the examination was interrupted"));
            assertThat(workers.processes()).isEmpty();
        }
    }

    @Test
    void closing_while_busy_leaves_no_process() throws Exception {
        FfmpegWorkers workers = builder().workers(1).build();
        CompletableFuture<Examination> busy = CompletableFuture.supplyAsync(() -> examine(workers, "hangs"));
        List<ProcessHandle> processes = awaitProcess(workers);
        workers.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        Decoding closed = new Decoding.Undecided("the decoder was closed");
        assertThat(busy.get().decoderResult().orElseThrow().decoding()).isEqualTo(closed);
        assertThat(examine(workers, "fine").decoderResult().orElseThrow().decoding())
                .isEqualTo(closed);
        assertThat(workers.processes()).isEmpty();
    }

    @Test
    void workers_that_never_start_are_given_up() {
        AtomicInteger firstStarts = new AtomicInteger();
        try (FfmpegWorkers workers = builder()
                .main(NoDecoder.class)
                .cache(directory)
                .onUnpacking(into -> firstStarts.incrementAndGet())
                .build()) {
            Decoding why = new Decoding.Undecided("there is no decoder on this machine");
            for (int i = 0; i < WorkerPool.MAX_STARTS; i++) {
                assertThat(examine(workers, "fine")
                                .decoderResult()
                                .orElseThrow()
                                .decoding())
                        .isEqualTo(why);
            }
            assertThat(examine(workers, "fine").decoderResult().orElseThrow().decoding())
                    .isEqualTo(why);
            assertThat(firstStarts).hasValue(1);
        }
    }

    @Test
    void starts_that_are_killed_cost_one_file_each_where_one_has_worked_before() throws Exception {
        try (FfmpegWorkers workers = builder().workers(1).filesPerWorker(1).build()) {
            assertThat(examine(workers, "fine").decoderResult().orElseThrow().decoding())
                    .isInstanceOf(Decoding.Decoded.class);
            for (int i = 0; i < WorkerPool.MAX_STARTS; i++) {
                CompletableFuture<Examination> asked = CompletableFuture.supplyAsync(() -> examine(workers, "fine"));
                awaitProcess(workers).forEach(ProcessHandle::destroyForcibly);
                assertThat(asked.get().decoderResult().orElseThrow().decoding()).isInstanceOf(Decoding.Undecided.class);
            }
            assertThat(examine(workers, "fine").decoderResult().orElseThrow().decoding())
                    .isInstanceOf(Decoding.Decoded.class);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void starts_that_are_killed_before_any_has_worked_do_not_count_as_failures_of_the_decoder() throws Exception {
        try (FfmpegWorkers workers = builder().workers(1).build()) {
            for (int i = 0; i < WorkerPool.MAX_STARTS + 1; i++) {
                CompletableFuture<Examination> asked = CompletableFuture.supplyAsync(() -> examine(workers, "hangs"));
                awaitProcess(workers).forEach(ProcessHandle::destroyForcibly);
                assertThat(asked.get().decoderResult().orElseThrow().decoding()).isInstanceOf(Decoding.Undecided.class);
            }
            assertThat(examine(workers, "fine").decoderResult().orElseThrow().decoding())
                    .isInstanceOf(Decoding.Decoded.class);
            assertThat(workers.failure()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_request_to_end_that_goes_to_the_whole_group_leaves_a_worker_to_its_parent() throws Exception {
        try (FfmpegWorkers workers = builder().workers(1).build()) {
            String process =
                    examine(workers, "fine").decoderResult().orElseThrow().by();
            for (String signal : List.of("INT", "TERM", "HUP")) {
                ProcessHandle worker = workers.processes().get(0);
                new ProcessBuilder("kill", "-" + signal, Long.toString(worker.pid()))
                        .start()
                        .waitFor();
                assertThatExceptionOfType(TimeoutException.class)
                        .as(signal)
                        .isThrownBy(() -> worker.onExit().get(300, TimeUnit.MILLISECONDS));
            }
            assertThat(examine(workers, "fine").decoderResult().orElseThrow().by())
                    .isEqualTo(process);
        }
    }

    @Test
    void a_class_path_without_the_worker_is_reported() {
        try (FfmpegWorkers workers =
                builder().classPath(List.of(Path.of("nowhere"))).build()) {
            Decoding decoding =
                    examine(workers, "fine").decoderResult().orElseThrow().decoding();

            assertThat(((Decoding.Undecided) decoding).why())
                    .startsWith("the decoder's process ended with exit code 1: ")
                    .contains("ClassNotFoundException");
        }
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"plain", "a b'c\"$(x)\n", "größe-€-😀", "not-utf8-\uDCE9\uDCFF"})
    void a_name_of_any_bytes_arrives(String name) {
        try (FfmpegWorkers workers = builder().workers(1).build()) {
            Path file = PathNames.path("/nowhere/" + name);

            assertThat(workers.examine(file, MisbehavingWorkerTest.PROBED).elapsedNanos())
                    .isEqualTo(file.toUri().getRawPath().length());
        }
    }

    static FfmpegWorkers.Builder builder() {
        return FfmpegWorkers.builder(Limits.klingV3MotionControl())
                .main(Misbehaving.class)
                .heapBytes(32L << 20)
                .fileTime(Duration.ofSeconds(50));
    }

    static Examination examine(FfmpegWorkers workers, String name) {
        return workers.examine(Path.of(name), MisbehavingWorkerTest.PROBED);
    }

    /** The file takes for ever: once there is a process, it is being examined or about to be. */
    private static List<ProcessHandle> awaitProcess(FfmpegWorkers workers) throws InterruptedException {
        List<ProcessHandle> processes = workers.processes();
        while (processes.isEmpty()) {
            Thread.sleep(5);
            processes = workers.processes();
        }
        return processes;
    }

    @Test
    void bounds_that_bound_nothing_are_refused() {
        FfmpegWorkers.Builder builder = FfmpegWorkers.builder(Limits.klingV3MotionControl());

        assertThatIllegalArgumentException().isThrownBy(() -> builder.workers(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.fileTime(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.heapBytes(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.nativeBytes(Long.MAX_VALUE));
    }
}
