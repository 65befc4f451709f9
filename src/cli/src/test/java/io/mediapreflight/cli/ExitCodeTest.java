package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "check drawing.png, 0",
        "check clip-4s-faststart.mp4, 0",
        "check drawing.png photo-small.jpg, 0",
        "check clip.3gp, 0",
        "check --strict clip.3gp, 1",
        "check --strict drawing.png, 0",
        "check too-small-299x400.jpg, 1",
        "check drawing.png too-small-299x400.jpg, 1",
        "check missing.jpg, 1",
        "check --offline https://example.com/a.jpg, 1",
        "check http://127.0.0.1/a.jpg, 1",
        "check --offline --proxy http://proxy:1 a.jpg, 2",
        "check --allow-network 10.0.0.1/8 a.jpg, 2",
        "check --proxy socks://x a.jpg, 2",
        "check --as image drawing.png, 0",
        "check --as=video drawing.png, 1",
        "check --orientation video exactly-30s.mp4, 0",
        "check --orientation image exactly-30s.mp4, 1",
        "check --format json drawing.png, 0",
        "check --format jsonl too-small-299x400.jpg, 1",
        "check -, 1",
        "check --quiet drawing.png, 0",
        "check drawing.png --verbose, 0",
        "check --help, 0",
        "rules, 0",
        "rules image.size, 0",
        "rules --format json, 0",
        "rules --help, 0",
        "completion, 0",
        "--help, 0",
        "--version, 0",
        "'', 2",
        "check, 2",
        "check --strict, 2",
        "check --as audio drawing.png, 2",
        "check --as, 2",
        "check --as image --as video drawing.png, 2",
        "check --orientation sideways drawing.png, 2",
        "check --format xml drawing.png, 2",
        "check --format json --format text drawing.png, 2",
        "check --output, 2",
        "check --output x --output x drawing.png, 2",
        "check --quiet --verbose drawing.png, 2",
        "check --deep drawing.png, 0",
        "check --deep-full drawing.png clip-4s-faststart.mp4, 0",
        "check --deep truncated.jpg, 1",
        "check --no-such-flag drawing.png, 2",
        "check -x drawing.png, 2",
        "check - -, 2",
        "check -- - - drawing.png, 2",
        "rules no.such.rule, 2",
        "rules image.size image.name, 2",
        "rules --format jsonl, 2",
        "completion bash, 0",
        "completion csh, 2",
        "completion bash zsh, 2",
        "help, 0",
        "help check, 0",
        "help chekc, 2",
        "config, 0",
        "config --config no/such/file.toml, 2",
        "check --config no/such/file.toml drawing.png, 2",
        "check --no-strict drawing.png, 0",
        "audit, 2",
        "audit no/such/directory, 1",
        "audit drawing.png, 0",
        "audit --deep drawing.png, 0",
        "drawing.png, 2",
        "--strict, 2",
        "check --output no/such/directory/report.txt drawing.png, 6",
        "check --output . drawing.png, 6"
    })
    void scripts_can_rely_on_the_exit_code(String line, int code) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].matches("(?!http).*\\.(jpg|png|mp4|3gp)") ? Run.sample(args[i]) : args[i];
        }
        Run run = Run.of(args);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        if (code == ExitCode.USAGE || code == ExitCode.PROGRAM_ERROR) {
            assertThat(run.err()).startsWith("preflight: ").doesNotContain("Exception", "\tat ");
            assertThat(run.out()).isEmpty();
        } else {
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void a_full_disk_or_a_closed_pipe_behind_standard_output_is_a_failure_of_our_own() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        for (List<String> args : List.of(
                List.of("check", Run.sample("drawing.png")),
                List.of("check", "--format", "json", Run.sample("drawing.png")),
                List.of("rules"),
                List.of("completion"),
                List.of("--help"))) {
            Run run = Run.with(InputStream.nullInputStream(), broken, args.toArray(String[]::new));
            assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
            assertThat(run.err()).isEqualTo("preflight: Cannot write standard output: Broken pipe.\n");
        }
    }

    @Test
    void nothing_more_is_judged_when_the_reader_has_gone() {
        OutputStream broken = new OutputStream() {
            private int writes;

            @Override
            public void write(int b) {
                throw new AssertionError("results are written as a whole");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                writes++;
                assertThat(writes).isLessThanOrEqualTo(2);
                if (writes == 2) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        String file = Run.sample("drawing.png");
        Run run = Run.with(InputStream.nullInputStream(), broken, "check", file, file, file, file);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
    }
}
