package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsOptionTest {
    @TempDir
    Path directory;

    @Test
    void submit_takes_no_limits_that_are_looser() throws IOException {
        String limits = limits("{\"video\":{\"secondsMax\":40}}");

        Run run = Run.of("submit", "--dry-run", "--limits", limits, "request.json");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("--limits is looser than the published limits", "video.secondsMaxByOrientation.image");
    }

    @Test
    void a_misspelt_limit_is_an_error_with_a_suggestion() throws IOException {
        Run run = Run.of("check", "--limits", limits("{\"image\":{\"sidMin\":1}}"), "a.png");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Did you mean image.sideMin?");
    }

    private String limits(String json) throws IOException {
        return Files.writeString(directory.resolve("limits.json"), json).toString();
    }
}
