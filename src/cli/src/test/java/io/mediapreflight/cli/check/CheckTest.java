package io.mediapreflight.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.options.PlainArguments;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class CheckTest {
    @Test
    void there_is_a_result_for_each_argument_in_order_whatever_happens_to_the_others() {
        Run run = Run.of(
                "check",
                "--offline",
                "--format",
                "jsonl",
                Run.sample("drawing.png"),
                "no/such/file.jpg",
                "/dev/null",
                "",
                "https://example.com/clip.mp4",
                "HTTP://example.com/clip.mp4",
                Run.sample("garbage.mp4"));
        assertThat(run.out().lines().map(CheckTest::sourceAndOutcome))
                .containsExactly(
                        Run.sample("drawing.png") + " pass",
                        "no/such/file.jpg unknown",
                        "/dev/null unknown",
                        " unknown",
                        "https://example.com/clip.mp4 unknown",
                        "HTTP://example.com/clip.mp4 unknown",
                        Run.sample("garbage.mp4") + " fail");
    }

    private static String sourceAndOutcome(String line) {
        return value(line, "source") + " " + value(line, "outcome");
    }

    private static String value(String line, String key) {
        int start = line.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return line.substring(start, line.indexOf('"', start));
    }

    @Test
    void a_url_is_neither_fetched_nor_guessed_at_offline() {
        assertThat(Run.of("check", "--offline", "https://example.com/b.mp4").out())
                .isEqualTo("""
                        unknown  https://example.com/b.mp4
                                 unknown file.access: This is a URL, and nothing is fetched offline.
                                 fix: Check it without --offline, or download it and check the file.
                        """);
    }

    @Test
    void the_slot_and_the_orientation_are_those_of_the_flags() {
        assertThat(Run.of("check", "--as", "video", Run.sample("photo-without-extension"))
                        .out())
                .contains("media.kind");
        assertThat(Run.of("check", "--orientation", "image", Run.sample("exactly-30s.mp4"))
                        .out())
                .contains("fail video.duration.max");
    }

    @Test
    void flags_may_stand_anywhere_and_names_behind_two_dashes_are_names(@TempDir Path directory) throws Exception {
        Path dashed = directory.resolve("--strict");
        Files.copy(Path.of(Run.sample("clip.3gp")), dashed);
        assertThat(Run.of("check", Run.sample("drawing.png"), "--format", "jsonl", "--", dashed.toString(), "--help")
                        .out()
                        .lines())
                .hasSize(3);
    }

    @Test
    void a_name_that_looks_like_a_file_of_arguments_is_a_name() {
        assertThat(Run.of("check", "--quiet", "@no-such-file").out()).startsWith("unknown  @no-such-file\n");
    }

    @Test
    void what_needs_no_parser_is_understood_as_the_parser_would() throws Exception {
        for (String[] args : new String[][] {
            {"a"}, {"a", "-", "b"}, {"@a", "", "b c", "${x}", "\"q\"", "a=b"},
            {"--format", "json", "a", "-"}, {"-f", "csv", "a"}, {"--format=jsonl", "a=b"}
        }) {
            assertThat(CheckOptions.plain(PlainArguments.of(args).orElseThrow()))
                    .isEqualTo(CheckOptions.of(parsed(args)));
        }
    }

    @Test
    void anything_else_is_for_the_parser() {
        for (String[] args : new String[][] {
            {"a", "--strict"},
            {"--", "a"},
            {"--format"},
            {"--format", "--strict", "a"},
            {"--format=", "a"},
            {"--format", "json", "--", "a"},
            {"-f", "json", "-f", "csv", "a"},
            {"-fjson", "a"},
            {"--formatx", "a"}
        }) {
            assertThat(PlainArguments.of(args)).as(String.join(" ", args)).isEmpty();
        }
    }

    @Test
    void a_form_that_there_is_not_is_refused_alike_with_and_without_the_parser() {
        Run plain = Run.of("check", "--format", "jsn", "a");
        assertThat(plain.code()).isEqualTo(ExitCode.USAGE);
        assertThat(plain).isEqualTo(Run.of("check", "--format", "jsn", "--strict", "a"));
    }

    @Test
    void colours_need_a_terminal_and_no_setting_against_them() {
        assertThat(coloured("check", Run.sample("drawing.png"))).contains("\033[");
        assertThat(coloured("check", "--no-color", Run.sample("drawing.png"))).doesNotContain("\033[");
        assertThat(coloured("check", "--format", "json", Run.sample("drawing.png")))
                .doesNotContain("\033[");
    }

    private static String coloured(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run.with(InputStream.nullInputStream(), out, true, finish -> {}, args);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void each_result_is_reported_before_the_next_file_is_looked_at() {
        List<String> written = new ArrayList<>();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("results are written as a whole");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        };
        Run.with(InputStream.nullInputStream(), out, "check", Run.sample("drawing.png"), Run.sample("clip.mov"));
        assertThat(written).hasSize(3);
        assertThat(written.get(0)).contains("drawing.png").endsWith("\n");
        assertThat(written.get(2)).isEqualTo("2 checked: 2 pass\n");
    }

    @Test
    void an_interruption_ends_every_report_with_what_was_finished(@TempDir Path directory) throws Exception {
        AtomicReference<Runnable> finish = new AtomicReference<>();
        Path report = directory.resolve("report.json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = Run.with(
                new Interrupting(finish),
                out,
                false,
                finish::set,
                "check",
                "--format=json",
                "--format=jsonl",
                "--output=" + report,
                Run.sample("drawing.png"),
                "-",
                Run.sample("clip.mov"));
        assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        result -> assertThat(result).contains("drawing.png"),
                        last -> assertThat(last).contains("\"complete\":false,\"checked\":1,"));
        assertThat(Files.readString(report))
                .contains("\"complete\": false,", "\"checked\": 1,")
                .endsWith("}\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_report_that_is_stuck_at_an_interruption_keeps_no_verdict_from_the_others(@TempDir Path directory)
            throws Exception {
        AtomicReference<Runnable> finish = new AtomicReference<>();
        Path report = directory.resolve("report.json");
        Run run = Run.with(
                InputStream.nullInputStream(),
                new InterruptedAt("clip.mov", finish),
                false,
                finish::set,
                "check",
                "--format=jsonl",
                "--format=json",
                "--output=-",
                "--output=" + report,
                Run.sample("drawing.png"),
                Run.sample("clip.mov"),
                Run.sample("photo-small.jpg"));
        assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Files.readString(report))
                .contains("\"complete\": false,", "\"checked\": 2,")
                .containsOnlyOnce("drawing.png")
                .containsOnlyOnce("clip.mov")
                .doesNotContain("photo-small.jpg");
    }

    /** Interrupts the check while the result of one file is written, which stays stuck until the check has ended. */
    private static final class InterruptedAt extends OutputStream {
        private final String file;
        private final AtomicReference<Runnable> finish;
        private boolean interrupted;

        InterruptedAt(String file, AtomicReference<Runnable> finish) {
            this.file = file;
            this.finish = finish;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (!interrupted && new String(bytes, offset, length, StandardCharsets.UTF_8).contains(file)) {
                interrupted = true;
                Thread ending = new Thread(finish.get());
                ending.start();
                try {
                    ending.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Ctrl-C while a stream is read. */
    private static final class Interrupting extends InputStream {
        private final AtomicReference<Runnable> finish;

        Interrupting(AtomicReference<Runnable> finish) {
            this.finish = finish;
        }

        @Override
        public int read() {
            finish.get().run();
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }

    private static ParseResult parsed(String... names) throws UsageException {
        CommandSpec spec = CommandSyntax.spec("check");
        CheckOptions.describe(spec);
        return CommandSyntax.parse(spec, names);
    }
}
