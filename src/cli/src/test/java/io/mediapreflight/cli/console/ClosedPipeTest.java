package io.mediapreflight.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of standard output has closed it, as {@code head} does when it has enough. */
class ClosedPipeTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String reason, String... args) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), new StandardOutput(broken), err, false, finish -> {});
        return Main.run(args, console);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules",
                "rules image.size",
                "completion bash",
                "completion zsh",
                "completion fish",
                "config --no-config",
                "config --no-config --format json",
                "help",
                "help fix",
                "--help",
                "--version",
                "check --help",
                "journal --help"
            })
    void a_command_that_prints_ends_silently(String line) {
        assertThat(run("Broken pipe", line.split(" "))).isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "jsonl"})
    void a_check_and_an_audit_end_silently(String format) {
        String photo = Run.sample("photo-small.jpg");
        assertThat(run("Broken pipe", "check", "--format", format, photo, photo))
                .isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(run("Broken pipe", "audit", "--format", format, photo)).isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(run("Broken pipe", "check", "--format", format, Run.sample("")))
                .isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(run("Broken pipe", "fix", "--dry-run", "--format", format, photo))
                .isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_full_disk_is_said_as_before() {
        assertThat(run("No space left on device", "rules")).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    }
}
