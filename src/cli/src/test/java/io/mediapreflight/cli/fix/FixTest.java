package io.mediapreflight.cli.fix;

import static io.mediapreflight.cli.fix.FixedDirectory.fix;
import static io.mediapreflight.cli.fix.FixedDirectory.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Copies that pass, made by the FFmpeg that belongs to the program. */
class FixTest {
    @TempDir
    Path root;

    private FixedDirectory directory;

    @BeforeEach
    void an_empty_directory() {
        directory = new FixedDirectory(root);
    }

    @Test
    void a_video_and_an_image_get_copies_that_pass_and_stay_as_they_are() throws IOException {
        directory.with("too-small-320x240.mp4", "small.mp4").with("too-tall-300x900.jpg", "tall.jpg");
        Map<String, String> before = directory.files();
        Run run = fix("--format", "jsonl", directory.path("small.mp4"), directory.path("tall.jpg"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(results(run)).allSatisfy(result -> {
            assertThat(result.path("outcome").asString()).isEqualTo("fail");
            JsonNode copy = result.path("fixed");
            assertThat(copy.path("outcome").asString()).isEqualTo("pass");
            assertThat(copy.path("source").asString())
                    .isEqualTo(result.path("plan").path("output").asString());
        });
        Map<String, String> after = new HashMap<>(directory.files());
        assertThat(after.keySet()).containsOnly("small.mp4", "small-fixed.mp4", "tall.jpg", "tall-fixed.jpg");
        assertThat(after).containsAllEntriesOf(before);
        assertThat(Run.of("check", "--deep", directory.path("small-fixed.mp4"), directory.path("tall-fixed.jpg"))
                        .code())
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void a_directory_of_copies_is_complete_with_what_passes() throws IOException {
        directory
                .with("too-wide-800x310.png", "in/a/wide.png")
                .with("photo-small.jpg", "in/a/photo.jpg")
                .with("photo-small.jpg", "in/photo.jpg");
        Files.writeString(directory.file("in/notes.txt"), "notes");
        Run run = fix("--copy-passing", "-d", directory.path("out"), directory.path("in"));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains("fixed: pad to ", "copy: ", "\n3 checked: 2 already pass, copied, 1 fixed\n");
        assertThat(directory.file("out/a/photo.jpg")).hasSameBinaryContentAs(directory.file("in/photo.jpg"));
        assertThat(directory.files().keySet())
                .containsExactlyInAnyOrder(
                        "in/a/photo.jpg",
                        "in/a/wide.png",
                        "in/notes.txt",
                        "in/photo.jpg",
                        "out/a/photo.jpg",
                        "out/a/wide-fixed.png",
                        "out/photo.jpg");

        Run again = fix("--copy-passing", "-d", directory.path("out"), directory.path("in"));
        assertThat(again.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(again.out()).contains("3 not fixed", "exists already");
        assertThat(fix("--overwrite", "--copy-passing", "-d", directory.path("out"), directory.path("in"))
                        .code())
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void what_cannot_be_fixed_leaves_nothing_behind() throws IOException {
        directory.with("truncated.png", "in/a/truncated.png").with("too-short-2.5s.mp4", "in/short.mp4");
        Run run = fix("-d", directory.path("out"), directory.path("in"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("2 checked: 2 not fixed");
        assertThat(directory.file("out")).doesNotExist();
    }

    @Test
    void a_directory_that_cannot_be_written_is_an_error_of_the_program() throws IOException {
        directory.with("too-tall-300x900.jpg", "tall.jpg").with("photo-small.jpg", "in-the-way");
        Run run = fix("-d", directory.path("in-the-way/out"), directory.path("tall.jpg"));
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out()).contains("not fixed: Cannot write ");
    }
}
