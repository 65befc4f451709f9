package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.store.ObjectStore;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bucket of many objects, audited by processes that are killed. In full: {@code mvn -Pheavy -pl src/cli -am test
 * -Dtest=ManyObjectsTest -Dpreflight.s3.objects=10000 -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("heavy")
class ManyObjectsTest {
    private static final int OBJECTS = Integer.getInteger("preflight.s3.objects", 4_000);
    private static final int PAGE = 1000;

    private static ObjectStore store;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        store = new ObjectStore();
        byte[] clip = Mp4Builder.clip().mediaData(100_000).moovLast().bytes();
        byte[] image = PngBuilder.image().size(400, 400).bytes();
        byte[] small = PngBuilder.image().size(20, 20).bytes();
        for (int i = 0; i < OBJECTS; i++) {
            switch (i % 4) {
                case 0 -> store.put(String.format("many/%05d/clip.mp4", i), clip);
                case 1 -> store.put(String.format("many/%05d/small.png", i), small);
                default -> store.put(String.format("many/%05d/photo.png", i), image);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        store.stop();
    }

    private Process audit(Path out) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Daws.accessKeyId=" + ObjectStore.KEY,
                "-Daws.secretAccessKey=" + ObjectStore.SECRET,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "audit",
                "--cache",
                directory.resolve("facts.db").toString(),
                "--format",
                "jsonl",
                "--endpoint-url",
                store.endpoint(),
                "s3://media/many/"));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(new File(directory.toFile(), "errors.txt"))
                .start();
    }

    private List<String> outcomes(Path out) throws Exception {
        return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains("\"source\""))
                .map(line -> line.replaceAll("^.*\"source\":\"([^\"]*)\".*\"outcome\":\"([a-z]*)\".*$", "$1 $2"))
                .collect(Collectors.toList());
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            String name = i % 4 == 0 ? "clip.mp4 pass" : i % 4 == 1 ? "small.png fail" : "photo.png pass";
            expected.add(String.format("%05d/%s", i, name));
        }
        return expected;
    }

    @Test
    void an_audit_that_is_killed_goes_on_where_it_was_and_a_second_one_only_lists() throws Exception {
        Path out = directory.resolve("out.jsonl");
        long killed = 0;
        for (int kill = 1; kill <= 3; kill++) {
            store.forgetCounts();
            Process process = audit(out);
            while (process.isAlive() && store.reads() < OBJECTS / 5) {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            killed += store.reads();
        }
        store.forgetCounts();
        assertThat(audit(out).waitFor()).as(errors()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(outcomes(out)).isEqualTo(expected());
        int all = OBJECTS + OBJECTS / 4; // a video costs two
        assertThat(store.reads())
                .as("after %d reads of those that were killed", killed)
                .isLessThan(all);
        System.out.printf(
                "s3: %d objects, %d reads, %d of them before kills%n", OBJECTS, killed + store.reads(), killed);

        store.forgetCounts();
        assertThat(audit(out).waitFor()).as(errors()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(outcomes(out)).isEqualTo(expected());
        assertThat(store.reads()).isZero();
        assertThat(store.others()).isBetween((long) OBJECTS / PAGE, (long) OBJECTS / PAGE + 1);
    }

    private String errors() throws Exception {
        Path file = directory.resolve("errors.txt");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
