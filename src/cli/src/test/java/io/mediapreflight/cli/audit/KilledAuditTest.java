package io.mediapreflight.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit that is killed leaves nothing behind that changes the results of the next one. */
@Tag("sampled")
class KilledAuditTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");
    private static final int FILES = ALL ? 3_000 : 1_000;
    private static final int KILLS = ALL ? 8 : 2;
    private static final List<String> SAMPLES = List.of(
            "photo-small.jpg",
            "clip-4s-faststart.mp4",
            "too-tall-300x900.jpg",
            "truncated.png",
            "clip.mkv",
            "document.pdf");

    @TempDir
    Path directory;

    private Path clips;
    private Path cache;

    @BeforeEach
    void start() throws IOException {
        clips = Files.createDirectory(directory.resolve("clips"));
        cache = directory.resolve("cache.db");
        FileTime old = FileTime.from(Instant.now().minusSeconds(60)); // what is fresh is not kept
        for (String sample : SAMPLES) {
            Files.setLastModifiedTime(Files.copy(Path.of(Run.sample(sample)), directory.resolve(sample)), old);
        }
        for (int i = 0; i < FILES; i++) {
            String sample = SAMPLES.get(i % SAMPLES.size());
            Path below = Files.createDirectories(clips.resolve("directory-" + i / 100));
            Files.createLink(below.resolve(i + sample.substring(sample.lastIndexOf('.'))), directory.resolve(sample));
        }
    }

    @Test
    void after_any_number_of_kills_the_report_is_that_of_an_undisturbed_run() throws Exception {
        List<String> undisturbed = report(Run.of("audit", "--format", "jsonl", clips.toString()));
        assertThat(undisturbed).hasSize(FILES);
        Random random = new Random(9);
        for (int i = 0; i < KILLS; i++) {
            Process process = audit();
            process.waitFor(100 + random.nextInt(900), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            Run run = cached();
            assertThat(run.err()).isEmpty();
            assertThat(report(run)).isEqualTo(undisturbed);
        }
        assertThat(cached().out().lines()).allMatch(line -> line.contains("\"bytesRead\":0,"));
    }

    @Test
    void two_audits_at_once_share_a_cache() throws Exception {
        List<String> undisturbed = report(Run.of("audit", "--format", "jsonl", clips.toString()));
        Process one = audit();
        Process other = audit();
        assertThat(one.waitFor()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(other.waitFor()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(report(cached())).isEqualTo(undisturbed);
        assertThat(cached().out().lines()).allMatch(line -> line.contains("\"bytesRead\":0,"));
    }

    private Run cached() {
        return Run.of("audit", "--format", "jsonl", "--cache", cache.toString(), clips.toString());
    }

    /** What was reported, without the cost of finding out. */
    private static List<String> report(Run run) {
        return run.out()
                .lines()
                .map(line -> line.replaceAll("\"(bytesRead|elapsedMicros)\":\\d+", ""))
                .toList();
    }

    private Process audit() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("audit", "--format", "jsonl", "--cache", cache.toString(), clips.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
