package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** What the README and the pages in docs show of the program is what the program prints. */
class ReadmeSessionTest {
    private static final Path TESTDATA = Path.of(Run.sample(""));
    private static final Path README = TESTDATA.resolveSibling("README.md");
    private static final Path COMMAND_LINE = TESTDATA.resolveSibling("docs").resolve("command-line.md");
    private static final Path AUDIT = COMMAND_LINE.resolveSibling("audit.md");
    private static final Path FIXING = COMMAND_LINE.resolveSibling("fixing.md");
    private static final String FENCE = "```\n";

    /** A command of the program, and everything up to the next command or the end of the block. */
    private static final Pattern COMMAND =
            Pattern.compile("^\\$ preflight (.*)\n((?:(?!\\$ |```).*\n)*)", Pattern.MULTILINE);

    /** One line of the help's list of commands. */
    private static final Pattern LISTED = Pattern.compile("^  (\\w+) {2,}\\S", Pattern.MULTILINE);

    @Test
    void the_first_screen_is_what_the_program_prints() throws Exception {
        Session session = session(README, "$ cd testdata\n$ preflight check ");
        assertThat(session.shown()).isEqualTo(output(session.args()));
    }

    @Test
    void the_example_session_is_what_the_program_prints() throws Exception {
        Session session = session(COMMAND_LINE, "$ cd testdata\n$ preflight check --orientation image ");
        assertThat(session.shown()).isEqualTo(output(session.args()));
    }

    @Test
    void the_audit_is_what_the_program_prints_but_for_the_time_it_took() throws Exception {
        Session session = session(AUDIT, "$ cd testdata\n$ preflight audit ");
        assertThat(timeless(session.shown())).isEqualTo(timeless(output(session.args())));
    }

    private static String timeless(String output) {
        String timeless = output.replaceFirst(", in [\\d.]+ m?s \\([\\d,]+ files/s\\)\n$", "\n");
        assertThat(timeless).isNotEqualTo(output);
        return timeless;
    }

    /** How many bytes a copy has depends on the number of cores. */
    @Test
    void the_fixes_are_what_the_program_prints_but_for_the_sizes_of_copies(@TempDir Path samples) throws Exception {
        Session session = session(FIXING, "$ cd testdata\n$ preflight fix ");
        for (String name : session.args()) {
            if (Files.exists(TESTDATA.resolve(name))) {
                Files.copy(TESTDATA.resolve(name), samples.resolve(name));
            }
        }
        String sizes = "(?m)^( +copy: .*), [\\d.]+ [kM]B, ";
        assertThat(session.shown()).containsPattern(sizes);
        assertThat(session.shown().replaceAll(sizes, "$1, "))
                .isEqualTo(output(session.args(), samples).replaceAll(sizes, "$1, "));
    }

    @Test
    void the_explanation_of_a_rule_is_what_the_program_prints() throws Exception {
        Session session = session(COMMAND_LINE, "$ preflight rules ");
        assertThat(session.shown()).isEqualTo(output(session.args()));
    }

    @Test
    void every_command_of_the_help_is_named() throws IOException {
        String help = Run.of("--help").out();
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:"));
        List<String> names = LISTED.matcher(commands)
                .results()
                .map(each -> "\npreflight " + each.group(1) + " ")
                .toList();
        assertThat(names).contains("\npreflight check ");
        assertThat(Files.readString(COMMAND_LINE)).contains(names);
    }

    @Test
    void every_option_of_every_command_is_named_on_the_pages() throws IOException {
        String pages = Files.readString(COMMAND_LINE) + Files.readString(AUDIT) + Files.readString(FIXING);
        Command.all().forEach((name, command) -> {
            for (OptionSpec option : command.options()) {
                assertThat(pages).as(name).containsPattern("`(-., )?" + option.longestName() + "\\b");
            }
        });
    }

    /**
     * A command of a page and what is shown below it.
     *
     * @param args the arguments; on these pages none has a blank or a quote in it
     */
    private record Session(List<String> args, String shown) {}

    /** The last command of the block that begins so. */
    private static Session session(Path page, String beginning) throws IOException {
        String text = Files.readString(page);
        int start = text.indexOf(FENCE + beginning);
        assertThat(start).as("a block that begins with " + beginning).isNotNegative();
        Matcher command = COMMAND.matcher(text);
        assertThat(command.find(start)).isTrue();
        MatchResult found = command.toMatchResult();
        return new Session(List.of(found.group(1).split(" ")), found.group(2));
    }

    /** Of a process of its own, since only that can be in another directory. */
    private static String output(List<String> args) throws IOException, InterruptedException {
        return output(args, TESTDATA);
    }

    private static String output(List<String> args, Path directory) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(args);
        Process process = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isIn(ExitCode.PASSED, ExitCode.NOT_PASSED);
        return out;
    }
}
