package io.mediapreflight.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decoders are killed at random while they work, as a system does that is short of memory: an audit loses nothing by it. In
 * full, and with the figures, it is run by
 *
 * <pre>{@code
 * mvn -pl src/cli -am test -Dtest=KilledDecodersTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.kill.files=1000
 * }</pre>
 */
@Tag("sampled")
class KilledDecodersTest {
    private static final int FILES = Integer.getInteger("preflight.kill.files", 50);
    private static final int KILLS = FILES / 25 + 1;
    private static final long SEED = Long.getLong("preflight.kill.seed", 11);

    /** A start takes about as long where the machine has nothing else to do: some kills come amid one. */
    private static final int MAX_MILLIS_BETWEEN = 700;

    private static final String UNDECIDED =
            "the decoder( was killed \\(signal 9, SIGKILL\\)|'s process (stopped answering|cannot be started))";

    private static final List<String> SAMPLES = List.of(
            "photo-small.jpg",
            "clip-4s-faststart.mp4",
            "drawing.png",
            "clip.mov",
            "smallest-340x340.mp4",
            "photo-exif-orientation-6.jpg");

    @TempDir
    Path directory;

    @Test
    void whatever_is_killed_every_file_has_its_result_and_a_kill_costs_one_at_most() throws Exception {
        lay();
        Run undisturbed = audit();
        assertThat(undisturbed.code()).isEqualTo(ExitCode.PASSED);
        Killer killer = new Killer(new Random(SEED));
        Run disturbed = killer.during(this::audit);

        List<String> expected = report(undisturbed);
        List<String> reported = report(disturbed);
        assertThat(reported).hasSameSizeAs(expected);
        int[] different = IntStream.range(0, FILES)
                .filter(i -> !reported.get(i).equals(expected.get(i)))
                .toArray();
        System.out.printf("%d files, %d kills: %d not decided%n", FILES, killer.kills, different.length);
        assertThat(killer.kills).isPositive();
        assertThat(different).hasSizeLessThanOrEqualTo(killer.kills);
        for (int i : different) {
            assertThat(reported.get(i))
                    .startsWith(upToOutcome(expected.get(i)) + "\"outcome\":\"unknown\"")
                    .contains(".decodable\",\"severity\":\"unknown\"")
                    .containsPattern(UNDECIDED);
        }
        assertThat(disturbed.code()).isEqualTo(different.length == 0 ? ExitCode.PASSED : ExitCode.NOT_PASSED);
        assertThat(disturbed.err()).isEmpty();
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private void lay() throws IOException {
        for (int i = 0; i < FILES; i++) {
            String sample = SAMPLES.get(i % SAMPLES.size());
            Files.copy(Path.of(Run.sample(sample)), directory.resolve(i + sample.substring(sample.lastIndexOf('.'))));
        }
    }

    private Run audit() {
        return Run.of("audit", "--deep", "--format", "jsonl", directory.toString());
    }

    /** What was reported, without the cost of finding out. */
    private static List<String> report(Run run) {
        return run.out()
                .lines()
                .map(line -> line.replaceAll("\"(bytesRead|elapsedMicros)\":\\d+", ""))
                .toList();
    }

    private static String upToOutcome(String line) {
        return line.substring(0, line.indexOf("\"outcome\""));
    }

    private static final class Killer implements Runnable {
        private final Random random;
        private volatile boolean over;
        private volatile int kills;

        Killer(Random random) {
            this.random = random;
        }

        Run during(Supplier<Run> audit) throws InterruptedException {
            Thread thread = new Thread(this, "killer");
            thread.start();
            try {
                return audit.get();
            } finally {
                over = true;
                thread.join();
            }
        }

        @Override
        public void run() {
            int killed = 0;
            while (!over && killed < KILLS) {
                pause(killed == 0 ? 1 : MAX_MILLIS_BETWEEN); // one at least is killed, however fast the audit is
                List<ProcessHandle> workers = ProcessHandle.current().children().toList();
                if (!workers.isEmpty()
                        && workers.get(random.nextInt(workers.size())).destroyForcibly()) {
                    killed++;
                    kills = killed;
                }
            }
        }

        private void pause(int maxMillis) {
            try {
                Thread.sleep(random.nextInt(maxMillis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
