package io.mediapreflight.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No line of text is longer than the terminal is wide, but for what would be useless in pieces. */
class LineWidthTest {
    /** A command that is to be copied, or the only word of its line. */
    private static final Pattern UNBREAKABLE = Pattern.compile(" *(?:(?:ffmpeg|convert|curl|preflight|mv|cp) .*|\\S+)");

    /** The line of a result, up to its name. */
    private static final Pattern NAME = Pattern.compile(" *(?:pass|warn|unknown|fail|skipped) +\\S+");

    private static final List<String> COMMANDS = List.of(
            "check " + Run.sample(""),
            "check --verbose " + Run.sample(""),
            "audit --progress none " + Run.sample(""),
            "rules",
            "rules video",
            "fix --dry-run " + Run.sample("sound-longer-than-picture.mp4") + " " + Run.sample("jpeg-named.png"));

    private static Stream<String> commands() {
        return COMMANDS.stream();
    }

    private static String shown(int columns, String command) {
        return Run.in(TestEnvironment.ofTerminal(columns), command.split(" ")).out();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 200})
    void is_that_of_the_terminal_at_most(int columns) {
        for (String command : COMMANDS) {
            assertThat(shown(columns, command).lines())
                    .as(command)
                    .filteredOn(line -> line.length() > columns)
                    .allMatch(line -> UNBREAKABLE.matcher(line).matches()
                            || NAME.matcher(line).matches());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_words_are_the_same_at_every_width(String command) {
        assertThat(words(shown(60, command))).isEqualTo(words(shown(200, command)));
    }

    /** Times differ from run to run. */
    private static List<String> words(String text) {
        return Stream.of(text.replaceAll("[\\d.,]+\\s+(m?s|µs|files/s)", "#").split("\\s+"))
                .toList();
    }

    @Test
    void a_narrower_terminal_is_taken_for_one_of_60_columns() {
        String command = "check " + Run.sample("too-tall-300x900.jpg");
        assertThat(shown(30, command)).isEqualTo(shown(60, command));
    }

    /** Another program gets one line for each thing. */
    @Test
    void what_goes_to_no_terminal_is_not_broken() {
        String sample = Run.sample("sound-longer-than-picture.mp4");
        assertThat(Run.of("check", sample).out().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("warn video.duration.max: ") && line.endsWith("either."));
        assertThat(shown(60, "check " + sample).lines().map(String::strip))
                .noneMatch(line -> line.startsWith("warn video.duration.max: ") && line.endsWith("either."));
    }

    @Test
    void the_tables_of_an_audit_fit_into_60_columns() {
        String text = shown(60, "audit --progress none " + Run.sample(""));
        String tables = text.substring(text.indexOf("\noutcome "));
        assertThat(tables.lines()).allMatch(line -> line.length() <= 60).anyMatch(line -> line.startsWith("rule "));
    }
}
