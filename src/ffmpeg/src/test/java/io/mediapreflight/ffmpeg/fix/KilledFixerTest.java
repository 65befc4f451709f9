package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed, and whenever: the original stays as it is, no half copy gets a name, and nothing runs on. */
@Tag("heavy")
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledFixerTest {
    private static final String SAMPLE = "too-small-320x240.mp4";
    private static final Subject VIDEO = Subject.video(Orientation.VIDEO);
    private static final int ROUNDS = 12;
    private static final int MAX_MILLIS = 4000; // more than a copy of this clip takes

    /** What is this old is taken for left behind, and the next copy that is made removes it. */
    private static final int LEFT_MILLIS = 2500;

    private final Random random = new Random(16);

    @TempDir
    private Path directory;

    /** Makes a copy, after a line that says that it begins. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (Fixer fixer = Fixer.builder().build()) {
                System.out.println("begins");
                System.out.println(fixer.fix(Path.of(arguments[0]), VIDEO));
            }
        }
    }

    @Test
    void a_parent_that_is_killed_takes_the_program_with_it() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path file = sample(round);
            Process parent = parent(file);
            parent.waitFor(random.nextInt(MAX_MILLIS), TimeUnit.MILLISECONDS);
            parent.destroyForcibly().waitFor();

            assertNothingRuns(file.getParent());
            assertOriginal(file);
            assertGoodOrMissing(file.resolveSibling("clip-fixed.mp4"));

            Files.deleteIfExists(file.resolveSibling("clip-fixed.mp4"));
            Thread.sleep(LEFT_MILLIS);
            assertThat(fixed(file)).isInstanceOf(FixResult.Fixed.class);
            assertThat(names(file.getParent())).containsExactly("clip-fixed.mp4", "clip.mp4");
        }
    }

    @Test
    void a_program_that_is_killed_leaves_nothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path file = sample(round);
            int millis = random.nextInt(MAX_MILLIS / 4);
            Thread killer = new Thread(() -> killSomething(file.getParent(), millis));
            killer.start();
            FixResult result = fixed(file);
            killer.interrupt();
            killer.join();

            assertNothingRuns(file.getParent());
            assertOriginal(file);
            boolean hasCopy = result instanceof FixResult.Fixed;
            assertThat(names(file.getParent()))
                    .isEqualTo(hasCopy ? List.of("clip-fixed.mp4", "clip.mp4") : List.of("clip.mp4"));
            assertGoodOrMissing(file.resolveSibling("clip-fixed.mp4"));
        }
    }

    @Test
    void a_disk_that_is_full_keeps_the_original_alone() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        int kib = (int) (Files.size(Testdata.file(SAMPLE)) / 1024) + 120;
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", disk.toString()))
                .as("this user may mount a small disk")
                .isZero();
        try {
            Path file = Files.copy(Testdata.file(SAMPLE), disk.resolve("clip.mp4"));
            assertThat(fixed(file))
                    .isInstanceOfSatisfying(
                            FixResult.Failed.class,
                            failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.disk-full"));
            assertOriginal(file);
            assertThat(names(disk)).containsExactly("clip.mp4");
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private Path sample(int round) throws IOException {
        Path own = Files.createDirectory(directory.resolve("round-" + round));
        return Files.copy(Testdata.file(SAMPLE), own.resolve("clip.mp4"));
    }

    private static FixResult fixed(Path file) throws InterruptedException {
        try (Fixer fixer = Fixer.builder().build()) {
            return fixer.fix(file, VIDEO);
        }
    }

    private static Process parent(Path file) throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = parent.inputReader();
        assertThat(out.readLine()).isEqualTo("begins");
        return parent;
    }

    /** The shell, its watcher or the program, whichever comes first. */
    private void killSomething(Path where, int millis) {
        try {
            Thread.sleep(millis);
            List<ProcessHandle> running = running(where).toList();
            while (running.isEmpty()) {
                Thread.sleep(2);
                running = running(where).toList();
            }
            running.get(random.nextInt(running.size())).destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<ProcessHandle> running(Path where) {
        return ProcessHandle.allProcesses()
                .filter(each -> each.pid() != ProcessHandle.current().pid())
                .filter(each -> each.info()
                        .commandLine()
                        .filter(line -> line.contains(where + "/" + FixJob.PREFIX))
                        .isPresent());
    }

    /** Waits for ever where something does, which the time-out ends. */
    private static void assertNothingRuns(Path where) throws InterruptedException {
        while (running(where).findAny().isPresent()) {
            Thread.sleep(10);
        }
    }

    private static void assertOriginal(Path file) {
        assertThat(file).hasSameBinaryContentAs(Testdata.file(SAMPLE));
    }

    private static void assertGoodOrMissing(Path copy) {
        if (Files.exists(copy)) {
            MediaVerdict verdict = Preflight.standard().check(copy, VIDEO);
            assertThat(verdict.findings()).isEmpty();
        }
    }

    private static List<String> names(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
