package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

class UsageTest {
    @Test
    void help_lists_the_commands_there_are_and_the_exit_codes() {
        assertThat(Run.of("--help").out())
                .contains(
                        "  check ",
                        "  audit ",
                        "  fix ",
                        "  submit ",
                        "  task ",
                        "  journal ",
                        "  compare ",
                        "  rules ",
                        "  config ",
                        "  completion ",
                        "  help ")
                .contains("\n  3  ", "\n  4  ", "\n  5  ", "\n  130  ", "\n  141  ", "\n  143  ");
        assertThat(Run.of("-h")).isEqualTo(Run.of("--help"));
    }

    @Test
    void a_mistyped_option_before_any_command_is_guessed() {
        assertThat(Run.of("--verison").err()).contains("Unknown option '--verison'. Did you mean --version?");
        assertThat(Run.of("--strict").err()).contains("Options follow the command.");
    }

    @Test
    void help_of_check_lists_its_flags() {
        assertThat(Run.of("check", "--help").out())
                .contains("Usage: preflight check ")
                .contains(
                        "--as",
                        "--orientation",
                        "--format",
                        "--output",
                        "--strict",
                        "--no-color",
                        "--quiet",
                        "--verbose",
                        "--request",
                        "--image-file",
                        "--video-file",
                        "--allow-unknown-fields",
                        "--privacy",
                        "--deep",
                        "--deep-full");
    }

    @Test
    void the_version_is_the_builds() {
        assertThat(Run.of("--version").out()).matches("preflight \\d+\\.\\d+\\.\\d+(-\\S+)?\n");
        assertThat(Run.of("-V")).isEqualTo(Run.of("--version"));
    }

    @Test
    void a_wrong_command_line_says_what_would_be_right() {
        assertThat(Run.of("czech").err())
                .contains(
                        "Unknown command 'czech'. The commands are check, audit, fix, submit, task, journal, compare, rules, config, completion and help.");
        assertThat(Run.of("check").err()).contains("Nothing to check.", "Usage: preflight check ");
        assertThat(Run.of("check", "-x.jpg").err())
                .contains("Unknown option '-x.jpg'. If it is a file name, write ./-x.jpg.");
        assertThat(Run.of("check", "--as", "x", "a").err()).contains("--as must be one of image, video, not 'x'.");
        assertThat(Run.of("rules", "image.size", "video.size").err())
                .contains("Unexpected argument 'video.size': 'preflight rules' takes one rule id.");
        assertThat(Run.of("rules", "image.sise").err())
                .contains("There is no rule 'image.sise'. Did you mean image.size?");
    }

    @Test
    void a_wrong_argument_cannot_steer_the_terminal() {
        assertThat(Run.of("\033[31m").err()).contains("'\\x1b[31m'").doesNotContain("\033");
        assertThat(Run.of("check", "--\033[31m").err()).doesNotContain("\033");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "fix", "compare"})
    void what_takes_files_alone_says_what_takes_urls_and_standard_input(String command) {
        Run url = Run.of(command, "https://media.example.com/a.mp4");
        assertThat(url.code()).isEqualTo(ExitCode.USAGE);
        assertThat(url.err()).contains("'preflight " + command + "' takes no URLs; 'preflight check' does.");
        assertThat(Run.of(command, "-").err())
                .contains("'preflight " + command + "' does not read standard input; 'preflight check' does.");
    }

    @Test
    void a_flag_and_its_opposite_are_refused_together() {
        assertThat(Run.of("check", "--privacy", "--no-privacy", "a.jpg").err())
                .contains("--privacy and --no-privacy cannot be used together.");
        assertThat(Run.of("check", "--privacy", "--privacy", "a.jpg").err())
                .contains("--privacy is given more than once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void the_completion_has_every_option_of_every_command(String shell) {
        String script = Run.of("completion", shell).out();
        Command.all().forEach((name, command) -> {
            for (OptionSpec option : command.options()) {
                String prefix = shell.equals("fish") ? "'__preflight_command " + name + "' -l " : "--";
                assertThat(script)
                        .as(name)
                        .contains(prefix + option.longestName().substring(2));
            }
        });
    }

    @Test
    void help_is_a_command_too() {
        assertThat(Run.of("help")).isEqualTo(Run.of("--help"));
        assertThat(Run.of("help", "audit")).isEqualTo(Run.of("audit", "--help"));
        assertThat(Run.of("help", "help")).isEqualTo(Run.of("help", "--help"));
        assertThat(Run.of("help", "chekc").err()).contains("Unknown command 'chekc'. Did you mean check?");
        assertThat(Run.of("help", "check", "audit").code()).isEqualTo(ExitCode.USAGE);
    }
}
