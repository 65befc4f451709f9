package io.mediapreflight.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended early: in a process of its own, since only that takes a signal. */
class FixInterruptedTest {
    private static final int TERMINATED = 143;
    private static final long TIMEOUT_SECONDS = 60;

    /** Reads no more than it must know, and then hangs as an FFmpeg that does not end. */
    private static final String HANGING = """
            #!/bin/sh
            case "$*" in
              *encoders*) echo " V....D libx264 x" ;;
              *version*) echo "ffmpeg version 8.1" ;;
              *) for last; do :; done; : > "${last#file:}"; exec sleep 1000 ;;
            esac
            """;

    @TempDir
    Path root;

    @Test
    void what_is_finished_is_reported_and_what_is_not_leaves_nothing_behind() throws Exception {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        FixedDirectory directory =
                new FixedDirectory(root).with("photo-small.jpg", "in/a.jpg").with("clip.mkv", "in/clip.mkv");
        Path program = Files.writeString(directory.file("ffmpeg"), HANGING);
        assertThat(program.toFile().setExecutable(true)).isTrue();

        Process process = start("--ffmpeg", program.toString(), "-d", directory.path("out"), directory.path("in"));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String first = out.readLine();
        Path copy = await(directory.file("out"));
        List<ProcessHandle> children = process.descendants().toList();
        process.toHandle().destroy(); // which leaves what it has printed to be read

        String second = out.readLine();
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(first).contains("\"outcome\":\"pass\"");
        assertThat(second).contains("\"schema\":\"preflight.summary/1\",\"complete\":false,\"checked\":1,");
        OutputSchema.requireValid(first);
        assertThat(children).isNotEmpty();
        for (ProcessHandle child : children) { // that was killed may take a moment to be gone
            child.onExit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(copy).doesNotExist();
        assertThat(directory.file("out")).doesNotExist();
    }

    private Process start(String... args) throws IOException {
        List<String> line = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "fix",
                                "--format",
                                "jsonl"),
                        Stream.of(args))
                .toList();
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(Path.of(Run.sample("")).toFile())
                .start();
    }

    /** The file that FFmpeg has begun to write. */
    private static Path await(Path directory) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < end) {
            Optional<Path> copy = find(directory);
            if (copy.isPresent()) {
                return copy.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("FFmpeg did not start");
    }

    private static Optional<Path> find(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(file -> file.getFileName().toString().startsWith("copy."))
                    .findFirst();
        }
    }
}
