package io.mediapreflight.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each shell is asked for what it would offer at the end of a line. */
class CompletionTest {
    private static final Path QUESTIONS = Path.of(System.getProperty("basedir", "."), "src/test/resources/completion");

    /** A line, and what is offered; an empty line behind the dash stands for a blank. */
    private static final List<String> LINES = List.of(
            "che | check",
            "- | check audit fix submit task journal rules config completion help",
            "--v | --version",
            "check --fo | --format",
            "check --format - | text json jsonl csv junit sarif github markdown html",
            "check -f js | json jsonl",
            "check --as - | image video",
            "check --no-st | --no-strict",
            "check clip | clip.mov",
            "check --limits li | limits.json",
            "check -- --f |",
            "audit --ignore image.si | image.size",
            "audit --threads - |",
            "fix --output-dir me | media",
            "fix --shell p | posix powershell",
            "rules privacy.lo | privacy.location",
            "help au | audit",
            "completion - | bash zsh fish");

    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    private Path directory;

    @BeforeEach
    void puts_files_there() throws IOException {
        Files.createFile(directory.resolve("clip.mov"));
        Files.createFile(directory.resolve("limits.json"));
        Files.createDirectory(directory.resolve("media"));
    }

    private static Stream<String> shells() {
        return Shells.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void offers_what_fits(String shell) throws Exception {
        assumeThat(isInstalled(shell)).as("%s is installed", shell).isTrue();
        Map<String, List<String>> answers =
                ask(shell, LINES.stream().map(CompletionTest::typed).toList());
        for (String line : LINES) {
            String offered = line.substring(line.indexOf('|') + 1).strip();
            assertThat(commands(answers.getOrDefault(typed(line), List.of())))
                    .as(line)
                    .containsExactlyInAnyOrder(offered.isEmpty() ? new String[0] : offered.split(" "));
        }
    }

    private static String typed(String line) {
        return "preflight " + line.substring(0, line.indexOf('|')).strip().replaceFirst("(^| )-$", "$1");
    }

    @ParameterizedTest
    @CsvSource({"bash, json jsonl junit", "zsh, json jsonl junit", "fish, --format=json --format=jsonl --format=junit"})
    void completes_behind_an_equals_sign(String shell, String offered) throws Exception {
        assumeThat(isInstalled(shell)).as("%s is installed", shell).isTrue();
        String line = "preflight check --format=j";
        assertThat(ask(shell, List.of(line)).get(line)).containsExactlyInAnyOrder(offered.split(" "));
    }

    /** Where the name of a command is asked for, bash offers options too; fish marks directories. */
    private static Set<String> commands(List<String> offered) {
        Set<String> names = new TreeSet<>();
        for (String each : offered) {
            if (offered.size() == 1 || !each.startsWith("--")) {
                names.add(each.replaceFirst("/$", ""));
            }
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"/bin/bash, bash", "/usr/bin/zsh, zsh", "/opt/fish/bin/fish, fish", "/bin/sh, bash", "'', bash"})
    void the_users_shell_is_the_one_that_is_meant(String variable, String shell) {
        Run run = Run.in(new TestEnvironment(Map.of("SHELL", variable), false, Optional.empty()), "completion");
        assertThat(run).isEqualTo(Run.of("completion", shell));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/tcsh", "nu"})
    void another_shell_is_not_given_what_it_cannot_read(String variable) {
        Run run = Run.in(new TestEnvironment(Map.of("SHELL", variable), false, Optional.empty()), "completion");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Name one of bash, zsh, fish: preflight completion bash.");
    }

    @Test
    void a_mistyped_shell_is_recognised() {
        assertThat(Run.of("completion", "bsh").err()).contains("Did you mean bash?");
    }

    /** What is offered for each of some lines. */
    private Map<String, List<String>> ask(String shell, List<String> lines) throws IOException, InterruptedException {
        Path script = Files.writeString(
                directory.resolve("." + shell), Run.of("completion", shell).out());
        List<String> command = new ArrayList<>(
                switch (shell) {
                    case "bash" -> List.of("bash", "--norc");
                    case "zsh" -> List.of("zsh", "-f");
                    default -> List.of("fish", "--no-config");
                });
        command.add(QUESTIONS.resolve("ask." + shell).toAbsolutePath().toString());
        command.add(script.toString());
        command.addAll(lines);
        Path out = directory.resolve(".answers");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return answers(Files.readString(out));
    }

    private static Map<String, List<String>> answers(String out) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        List<String> answer = new ArrayList<>();
        for (String each : out.lines().toList()) {
            if (each.startsWith("> ")) {
                answer = answers.computeIfAbsent(each.substring(2), line -> new ArrayList<>());
            } else if (!each.isEmpty()) {
                answer.add(each.replaceFirst("\t.*", "")); // fish describes what it offers
            }
        }
        return answers;
    }

    private static boolean isInstalled(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
