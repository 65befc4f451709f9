package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: raw arguments, signals, standard streams. */
class ProcessTest {
    private static final long TIMEOUT_SECONDS = 30;

    @TempDir
    Path directory;

    @BeforeEach
    void needs_a_shell() {
        assumeThat(Path.of("/bin/sh")).isExecutable();
    }

    @Test
    void a_name_that_is_no_unicode_is_opened_and_reported_byte_by_byte() throws Exception {
        assumeThat(Path.of("/proc/self/cmdline")).exists();
        String script = "cp " + Run.sample("drawing.png") + " \"$(printf 'bad\\377.png')\" || exit 77; " + "exec "
                + preflight() + " check --format jsonl \"$(printf 'bad\\377.png')\"";
        for (String locale : List.of("C.UTF-8", "C")) {
            Process process = shell(locale, script);
            String out = output(process);
            assertThat(process.exitValue()).as(out).isEqualTo(ExitCode.PASSED);
            assertThat(out).contains("\"source\":\"bad\uFFFD.png\",\"sourceBytes\":\"YmFk/y5wbmc=\"");
        }
    }

    @Test
    void a_directory_that_is_no_unicode_can_be_worked_in() throws Exception {
        assumeThat(Path.of("/proc/self/cwd")).exists();
        Process process = shell(
                "C.UTF-8",
                "d=$(printf 'd\\377'); mkdir \"$d\" && cd \"$d\" && cp " + Run.sample("drawing.png")
                        + " a.png || exit 77; exec " + preflight() + " check --output report.txt a.png");
        assertThat(output(process)).isEmpty();
        assertThat(process.exitValue()).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void an_installation_path_with_a_colon_is_refused_before_java_looks_elsewhere_for_classes() throws Exception {
        Path launcher = Path.of(System.getProperty("user.dir")).resolve("../../bin/preflight");
        Path bin = Files.createDirectories(directory.resolve("a:b/bin"));
        Files.copy(launcher, bin.resolve("preflight"), StandardCopyOption.COPY_ATTRIBUTES);
        Path target = Files.createDirectories(directory.resolve("a:b/src/cli/target"));
        Files.createFile(target.resolve("preflight.jar"));
        for (String start :
                List.of("exec '" + bin + "/preflight' --version", "cd '" + bin + "' && exec ./preflight -V")) {
            Process process = shell("C.UTF-8", "exec 2>&1; " + start);
            assertThat(output(process))
                    .startsWith("preflight: cannot start from ")
                    .contains("a path with a colon");
            assertThat(process.exitValue()).isEqualTo(ExitCode.PROGRAM_ERROR);
        }
    }

    @Test
    void names_and_output_are_utf_8_in_any_locale() throws Exception {
        Process process =
                shell("C", "cp " + Run.sample("drawing.png") + " 漢字.png; exec " + preflight() + " check 漢字.png");
        assertThat(output(process)).startsWith("pass     漢字.png  PNG 360x480");
    }

    @Test
    void ctrl_c_ends_it_with_what_was_finished() throws Exception {
        Process process = checkThatWaits();
        String begun = firstResult(process);
        assumeThat(ignoresInterrupts(process)).isFalse();
        assertThat(begun + ended(process, "-INT")).contains("\"checked\": 1,").endsWith("}\n");
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void sigterm_ends_it_likewise() throws Exception {
        Process process = checkThatWaits();
        assertThat(firstResult(process) + ended(process, "-TERM"))
                .contains("\"checked\": 1,")
                .endsWith("}\n");
        assertThat(process.exitValue()).isEqualTo(ExitCode.TERMINATED);
    }

    /** For standard input, behind a first file. */
    private Process checkThatWaits() throws Exception {
        return shell("C.UTF-8", "exec " + preflight() + " check --format json " + Run.sample("drawing.png") + " -");
    }

    private static String firstResult(Process process) throws IOException {
        InputStream out = process.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf("elapsedMicros") < 0) {
            int next = out.read();
            assertThat(next).as(text.toString()).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private static String ended(Process process, String signal) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        return output(process);
    }

    @Test
    void every_command_ends_silently_where_nothing_reads_what_it_prints() throws Exception {
        for (String command : List.of("help audit", "config --no-config", "check " + Run.sample("clip.mov"))) {
            Process process = shell(
                    "C.UTF-8", "{ sleep 0.2; " + preflight() + " " + command + "; echo \"exit code $?\" >&2; } | true");
            assertThat(output(process)).as(command).isEqualTo("exit code " + ExitCode.CLOSED_PIPE + "\n");
        }
    }

    @Test
    void a_terminal_shows_the_summary_of_a_report_that_goes_to_a_file() throws Exception {
        assertThat(onTerminal(" check --no-color -o report.json " + Run.sample("too-tall-300x900.jpg")))
                .contains("outcome  files", "fail         1", "1 file checked")
                .doesNotContain("aspect ratio");
    }

    @Test
    void text_wraps_at_the_width_of_the_terminal() throws Exception {
        String shown = onTerminal(" check --no-color " + Run.sample("sound-longer-than-picture.mp4"));
        assertThat(shown.lines().filter(line -> !line.contains("ffmpeg ") && !line.contains(".mp4")))
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.length() <= 70)
                .anyMatch(line -> line.length() > 60);
    }

    /** Of 70 columns. */
    private String onTerminal(String arguments) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/script")).isExecutable();
        Files.writeString(directory.resolve("session"), "stty cols 70\nunset COLUMNS\nexec " + preflight() + arguments);
        Process process = shell("C.UTF-8", "exec script -qec 'sh ./session' /dev/null </dev/null");
        return output(process).replace("\r", "");
    }

    /** Where the tests run in the background, every child ignores it. */
    private static boolean ignoresInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void a_full_device_is_noticed() throws Exception {
        assumeThat(Path.of("/dev/full")).exists();
        Process process =
                shell("C.UTF-8", "exec " + preflight() + " check " + Run.sample("drawing.png") + " >/dev/full");
        assertThat(output(process)).contains("Cannot write standard output");
        assertThat(process.exitValue()).isEqualTo(ExitCode.PROGRAM_ERROR);
    }

    @Test
    void a_closed_standard_input_is_no_file() throws Exception {
        assumeThat(Path.of("/proc/self/fd")).exists();
        Process process = shell("C.UTF-8", "exec " + preflight() + " check - <&-");
        assertThat(output(process)).contains("file.access", "standard input is closed");
        assertThat(process.exitValue()).isEqualTo(ExitCode.NOT_PASSED);
    }

    /** The program from the class path of this test: its jar is not yet built when tests run. */
    private static String preflight() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + Main.class.getName();
    }

    private Process shell(String locale, String script) throws IOException {
        // The script goes through a file: this JVM may not be able to pass on what is in it.
        Path file = Files.write(directory.resolve("script-" + locale), script.getBytes(StandardCharsets.UTF_8));
        List<String> command = new ArrayList<>(List.of("/bin/sh", file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        return builder.start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        byte[] bytes = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
