package io.mediapreflight.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees whose reports go to files, and in which colours. */
class TerminalSummaryTest {
    private static final String TALL = Run.sample("too-tall-300x900.jpg");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"check", "audit"})
    void the_summary_shows_on_a_terminal_where_the_report_goes_to_a_file(String command) {
        String shown = shown(true, command, "--color", "never", "-o", report(), TALL);
        assertThat(shown)
                .startsWith("outcome  files\nfail         1\n\nrule                ")
                .contains("1 file checked, ");
    }

    @Test
    void no_terminal_gets_it() {
        assertThat(shown(false, "check", "-o", report(), TALL)).isEmpty();
    }

    @Test
    void who_wants_it_quiet_does_not_get_it() {
        assertThat(shown(true, "check", "--quiet", "-o", report(), TALL)).isEmpty();
    }

    @Test
    void a_report_on_the_terminal_has_its_own() {
        assertThat(shown(true, "check", "--color=never", "-f", "json", "-f", "text", "-o", report(), TALL))
                .startsWith("fail     ")
                .doesNotContain("outcome");
    }

    @Test
    void colours_are_for_terminals_unless_they_are_asked_for() {
        assertThat(shown(true, "check", TALL)).contains("\033[");
        assertThat(shown(true, "check", "--color", "auto", TALL)).contains("\033[");
        assertThat(shown(true, "check", "--color", "never", TALL)).doesNotContain("\033[");
        assertThat(shown(false, "check", "--color", "auto", TALL)).doesNotContain("\033[");
        assertThat(shown(false, "check", "--color", "always", TALL)).contains("\033[");
    }

    @Test
    void a_file_gets_no_colours() {
        assertThat(shown(false, "check", "--color=always", "-f", "text", "-o", report(), "-f", "json", TALL))
                .startsWith("{");
        assertThat(directory.resolve("report.csv")).content().doesNotContain("\033[");
    }

    @Test
    void two_wishes_for_colours_must_agree() {
        Run run = Run.of("check", "--color", "always", "--no-color", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--color and --no-color cannot be used together");
        assertThat(Run.of("check", "--color", "never", "--no-color", TALL).code())
                .isEqualTo(ExitCode.NOT_PASSED);
        assertThat(Run.of("check", "--color", "alway", TALL).err()).contains("Did you mean always?");
    }

    private String report() {
        return directory.resolve("report.csv").toString();
    }

    private static String shown(boolean isTerminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                out,
                new ByteArrayOutputStream(),
                isTerminal,
                finish -> {},
                new TestEnvironment(Map.of(), false, isTerminal ? Optional.of(80) : Optional.empty()));
        assertThat(Main.run(args, console)).isEqualTo(ExitCode.NOT_PASSED);
        return out.toString(StandardCharsets.UTF_8);
    }
}
