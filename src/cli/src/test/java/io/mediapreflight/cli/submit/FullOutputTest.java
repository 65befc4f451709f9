package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of a submission is reported even where standard output takes nothing. */
class FullOutputTest extends ServiceTest {
    @BeforeEach
    void fill() {
        output = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
    }

    /** Whatever fails once the request was sent, the exit code and the journal say what became of the request. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void an_error_after_the_sending_loses_nothing(String format) throws IOException {
        output = new OutputStream() {
            @Override
            public void write(int b) {
                throw new StackOverflowError();
            }
        };
        Run run = submit("--format", format);
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.err()).contains("The outcome is accepted; the task is task_1.");
        assertThat(Files.readString(journal())).contains("\"taskId\":\"task_1\"");

        service.responds(500, "{}");
        Run unanswered = submit("--again", "--format", format);
        assertThat(unanswered.code()).isEqualTo(ExitCode.UNANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void a_task_is_named_on_standard_error(String format) throws IOException {
        Run run = submit("--format", format);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("No space left", "accepted", "task_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void a_lost_response_is_worse_than_a_full_disk(String format) throws IOException {
        service.responds(500, "{}");
        Run run = submit("--format", format);
        assertThat(run.code()).isEqualTo(ExitCode.UNANSWERED);
        assertThat(run.err()).containsAnyOf("It may have been accepted", "unanswered");
    }
}
