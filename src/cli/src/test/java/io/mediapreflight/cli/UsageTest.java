package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
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
                        "  rules ",
                        "  completion ")
                .contains("\n  3  ", "\n  4  ", "\n  5  ", "\n  130  ", "\n  141  ");
        assertThat(Run.of("-h")).isEqualTo(Run.of("--help"));
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
                        "Unknown command 'czech'. The commands are check, audit, fix, submit, task, journal, rules and completion.");
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

    @Test
    void the_completion_has_every_option_of_every_command() {
        String script = Run.of("completion").out();
        for (CommandSpec command : Command.all().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList()) {
            String name = command.name();
            assertThat(script).contains("_picocli_preflight_" + name + "() {");
            String function = script.substring(script.indexOf("_picocli_preflight_" + name + "() {"));
            String body = function.substring(0, function.indexOf("\n}\n"));
            for (OptionSpec option : command.options()) {
                assertThat(body).as(name).containsPattern("[' ]" + option.longestName() + "[' ]");
            }
        }
    }

    @Test
    void bash_understands_the_completion() throws Exception {
        assumeThat(Path.of("/bin/bash")).exists();
        Path script = Files.createTempFile("completion", ".sh");
        try {
            Files.writeString(script, Run.of("completion").out());
            String ask = "source " + script + "; COMP_WORDS=(preflight check --o); COMP_CWORD=2; "
                    + "_complete_preflight; echo \"${COMPREPLY[@]}\"";
            Process bash = new ProcessBuilder("/bin/bash", "-c", ask)
                    .redirectErrorStream(true)
                    .start();
            String result = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(result.split("\\s+")).contains("--output", "--orientation");
        } finally {
            Files.delete(script);
        }
    }
}
