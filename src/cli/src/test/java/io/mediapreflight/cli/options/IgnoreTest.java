package io.mediapreflight.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreTest {
    private static final String TALL = Run.sample("too-tall-300x900.jpg");
    private static final String WARNED = Run.sample("sound-longer-than-picture.mp4");
    private static final String[] IGNORED = {"check", "--ignore", "image.aspect-ratio", TALL};

    @Test
    void an_ignored_finding_stays_in_the_report_and_does_not_count() {
        assertThat(Run.of("check", TALL).code()).isEqualTo(ExitCode.NOT_PASSED);
        Run run = Run.of(IGNORED);
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out())
                .startsWith("fail     ")
                .contains("fail image.aspect-ratio: ")
                .contains("         ignored: image.aspect-ratio does not count in this run\n");
    }

    @Test
    void json_marks_it() {
        String json = Run.of("check", "-f", "json", "--ignore", "image.aspect-ratio", TALL)
                .out();
        assertThat(json).contains("\"ignored\": true").contains("\"accepted\": 1");
        OutputSchema.requireValid(json);
    }

    @Test
    void what_is_left_counts_by_itself() {
        Run both = Run.of("check", "--strict", "--ignore", "image.aspect-ratio", TALL, WARNED);
        assertThat(both.code()).isEqualTo(ExitCode.NOT_PASSED);
        Run all = Run.of(
                "check", "--strict", "--ignore", "image.aspect-ratio", "--ignore=video.duration.max", TALL, WARNED);
        assertThat(all.code()).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void what_counts_is_shown_though_an_ignored_finding_says_the_same() {
        Run run = Run.of("check", "--ignore", "media.kind", Run.sample("mp3-named.mp4"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("fail video.container: ");
    }

    @Test
    void the_media_of_a_request_are_marked_too(@TempDir Path directory) throws IOException {
        Files.copy(Path.of(TALL), directory.resolve("a.jpg"));
        Files.copy(Path.of(Run.sample("clip-4s-faststart.mp4")), directory.resolve("a.mp4"));
        assertThat(Run.of("audit", "--pairs", directory.toString()).code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(Run.of("audit", "--pairs", "--ignore", "image.aspect-ratio", directory.toString())
                        .code())
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void an_unknown_rule_is_an_error_with_a_suggestion() {
        Run run = Run.of("check", "--ignore", "image.aspectratio", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("There is no rule 'image.aspectratio'. Did you mean image.aspect-ratio?");
    }

    @Test
    void advice_needs_no_ignoring() {
        Run run = Run.of("check", "--ignore", "image.alpha", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("image.alpha is advice, which never counts.");
    }
}
