package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OrphanTest {
    /** Has a worker examine a file for ever, and reports its process. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            FfmpegWorkers workers = WorkersTest.builder().workers(1).build();
            WorkersTest.examine(workers, "fine");
            Thread busy = new Thread(() -> WorkersTest.examine(workers, arguments[0]));
            busy.setDaemon(true);
            busy.start();
            Thread.sleep(200);
            System.out.println(workers.processes().get(0).pid());
            if (arguments.length > 1) {
                Thread.sleep(60_000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine", "hangs"})
    void a_worker_ends_with_a_parent_that_is_killed(String file) throws Exception {
        Process parent = parent(file, "stay");
        long worker = worker(parent);
        parent.destroyForcibly();

        assertEnds(worker);
    }

    @Test
    void a_worker_ends_with_a_parent_that_forgets_it() throws Exception {
        Process parent = parent("hangs");
        long worker = worker(parent);

        assertThat(parent.waitFor()).isZero();
        assertEnds(worker);
    }

    private static Process parent(String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long worker(Process parent) throws IOException {
        try (BufferedReader out = parent.inputReader()) {
            return Long.parseLong(out.readLine());
        }
    }

    /** Waits for ever where it does not, which the time-out of the test ends. */
    private static void assertEnds(long pid) throws InterruptedException {
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(5);
        }
    }
}
