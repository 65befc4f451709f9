package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private static final Messages ENGLISH = Messages.current();

    /** The commands in the examples, each as it is to be copied. */
    private static final List<String> EXAMPLES = Stream.concat(
                    Stream.of("preflight"), Stream.of(Command.values()).map(Command::id))
            .flatMap(name -> Stream.of(1, 2).map(number -> "help:" + name + ".example." + number))
            .map(ENGLISH::text)
            .toList();

    @Test
    void groups_the_options_by_what_they_are_for() {
        assertThat(Run.of("audit", "--help").out())
                .containsSubsequence(
                        "Usage: preflight audit ",
                        "\nWhat to check:\n",
                        "--include GLOB",
                        "\nLimits and exit code:\n",
                        "--strict",
                        "\nDeeper checks:\n",
                        "--deep",
                        "\nSpeed:\n",
                        "--threads N",
                        "\nOutput:\n",
                        "--quiet",
                        "\nGeneral:\n",
                        "--help",
                        "\nExamples:\n");
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void has_a_description_for_every_option(Command command) {
        assertThat(command.spec("x").options())
                .allSatisfy(option -> assertThat(List.of(
                                "help:" + command.id() + "." + option.longestName(),
                                "help:option." + option.longestName()))
                        .anyMatch(key -> ENGLISH.pattern(key).isPresent()));
        assertThat(command.help(200)).doesNotContain("{").doesNotContain("option.--");
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void ends_with_two_examples_that_the_command_line_understands(Command command) throws Exception {
        String help = command.help(200);
        List<String> examples = help.substring(help.indexOf("Examples:\n"))
                .lines()
                .filter(line -> line.matches("  \\S.*"))
                .map(String::strip)
                .toList();

        assertThat(examples).hasSize(2).allMatch(line -> line.contains("preflight " + command.id()));
        for (String example : examples) {
            if (command != Command.COMPLETION) { // those are lines for a shell
                String[] words = example.replace("\"old clips\"", "old").split(" ", -1);
                assertThat(CommandSyntax.parse(command.spec("x"), Arrays.copyOfRange(words, 2, words.length)))
                        .as(example)
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 72, 80, 120, 200})
    void no_line_is_longer_than_the_terminal_is_wide(int width) {
        for (String page : pages(width)) {
            assertThat(page.lines().filter(line -> line.length() > width).filter(line -> !isUnbreakable(line)))
                    .isEmpty();
        }
    }

    /** A word is never broken, and neither is a command that is to be copied. */
    private static boolean isUnbreakable(String line) {
        return !line.strip().contains(" ") || EXAMPLES.contains(line.strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80})
    void an_example_is_one_line_however_narrow_the_terminal_is(int width) {
        assertThat(String.join("\n", pages(width)).lines().map(String::strip)).containsAll(EXAMPLES);
    }

    @Test
    void says_the_same_at_every_width() {
        for (int i = 0; i <= Command.values().length; i++) {
            assertThat(pages(60).get(i).split("\\s+"))
                    .isEqualTo(pages(120).get(i).split("\\s+"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COLUMNS, 120, 70, 120", // what is set wins
        "COLUMNS, abc, 70, 70",
        "COLUMNS, 0, 70, 70",
        "COLUMNS, '', 70, 70",
        "COLUMNS, 59, 70, 60", // narrower lines would be a word each
        "OTHER, x, 1, 60",
        "COLUMNS, 201, 70, 200", // longer ones are hard to follow
        "OTHER, x, 400, 200",
        "OTHER, x, , 80" // neither is known
    })
    void takes_the_width_that_is_set_else_the_terminals_else_80_within_60_to_200(
            String variable, String value, Integer terminal, int expected) {
        assertThat(help(Map.of(variable, value), Optional.ofNullable(terminal)))
                .isEqualTo(Command.CHECK.help(expected));
    }

    @Test
    void is_the_same_text_after_an_error_and_on_request() {
        assertThat(Run.of("check").err()).endsWith(Run.of("check", "--help").out());
    }

    private static List<String> pages(int width) {
        List<String> pages = new ArrayList<>(List.of(Command.helpOfAll(width)));
        for (Command command : Command.values()) {
            pages.add(command.help(width));
        }
        return pages;
    }

    private static String help(Map<String, String> variables, Optional<Integer> terminal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                out,
                new ByteArrayOutputStream(),
                false,
                finish -> {},
                new TestEnvironment(variables, false, terminal));
        assertThat(Main.run(new String[] {"check", "--help"}, console)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
