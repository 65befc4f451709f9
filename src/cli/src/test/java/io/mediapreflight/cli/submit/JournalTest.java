package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.StandardOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest extends ServiceTest {
    @Test
    void lists_nothing_where_nothing_was_submitted() {
        assertThat(run("journal")).isEqualTo(new Run(ExitCode.PASSED, "", ""));
        assertThat(run("journal", "--format", "json").out()).contains("\"entries\": []");
        assertThat(journal()).doesNotExist();
    }

    @Test
    void lists_what_was_sent_and_what_became_of_it() throws IOException {
        service.responds(402, "{\"error\":{\"message\":\"no credits\"}}");
        submit();
        service.responds(200, StubService.ACCEPTED);
        submit();
        String url = variables.get("IMINI_BASE_URL");
        assertThat(run("journal").out().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches("\\S+Z  refused     -  kling/kling-v3-motion-control  " + url
                                        + "  .*no credits.*"),
                        second -> assertThat(second)
                                .matches("\\S+Z  accepted    task_1  kling/kling-v3-motion-control  " + url));
        assertThat(run("journal", "--format", "json").out())
                .contains("\"state\": \"refused\"", "\"state\": \"accepted\"", "\"taskId\": \"task_1\"")
                .contains("\"requestId\": \"r-1\"", "\"damage\": []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void ends_silently_when_the_reader_has_gone(String format) throws IOException {
        submit();
        output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        Run run = run("journal", "--format", format);
        assertThat(run.code()).isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void says_which_line_is_damaged_and_lists_the_others() throws IOException {
        submit();
        Files.writeString(journal(), "damaged\n", java.nio.file.StandardOpenOption.APPEND);
        Run run = run("journal");
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out()).contains("  accepted    task_1  ");
        assertThat(run.err()).contains("line 5 (at byte ");
    }

    @Test
    void a_journal_that_was_named_and_is_not_there_is_an_error() {
        Run run = run("journal", "--journal", directory.resolve("missing.jsonl").toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("missing.jsonl does not exist");
    }

    @Test
    void is_no_other_file() throws IOException {
        Run run = run("journal", "--journal", file("other", "{}"));
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("Cannot read the journal: ");
    }

    @Test
    void is_in_the_home_directory_where_nothing_else_is_said() throws IOException {
        variables.remove("XDG_STATE_HOME");
        variables.put("HOME", directory.toString());
        submit();
        assertThat(directory.resolve(".local/state/preflight/journal.jsonl")).exists();
        variables.put("XDG_STATE_HOME", "relative");
        assertThat(run("journal").out()).contains("task_1");
    }
}
