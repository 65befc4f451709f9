package io.mediapreflight.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedDirectoryTest {
    private static final Pattern SOURCE = Pattern.compile("\"source\":\"([^\"]*)\"");

    @TempDir
    Path directory;

    @BeforeEach
    void puts_files_there() throws IOException {
        put("a/b.jpg", "too-tall-300x900.jpg");
        put("a.png", "drawing.png");
        put("a0.mp4", "clip-4s-faststart.mp4");
        put(".hidden.png", "drawing.png");
        Files.writeString(directory.resolve("notes.txt"), "x");
    }

    private void put(String name, String sample) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of(Run.sample(sample)), file);
    }

    private static List<String> sources(Run run) {
        List<String> sources = new ArrayList<>();
        SOURCE.matcher(run.out()).results().forEach(each -> sources.add(each.group(1)));
        return sources;
    }

    @Test
    void every_image_and_video_below_it_is_judged_in_the_order_of_an_audit() {
        Run check = Run.of("check", "-f", "jsonl", directory.toString());
        Run audit = Run.of("audit", "-f", "jsonl", directory.toString());

        assertThat(sources(check)).isEqualTo(sources(audit)).contains("a.png", "a/b.jpg", "a0.mp4");
        assertThat(check.out()).contains("\"root\":\"" + directory + "\"");
        assertThat(check.code()).isEqualTo(ExitCode.NOT_PASSED);
    }

    @Test
    void stands_among_files_in_the_order_of_the_arguments() {
        String photo = Run.sample("photo-small.jpg");
        Run run = Run.of("check", "-f", "jsonl", photo, directory + "/a", "/no/such/file", directory + "/a0.mp4");

        assertThat(sources(run)).containsExactly(photo, "b.jpg", "/no/such/file", directory + "/a0.mp4");
    }

    @Test
    void what_is_no_media_is_counted() {
        Run run = Run.of("check", directory.toString());

        assertThat(run.out())
                .contains("pass     " + directory + "/a.png  PNG", "\n3 checked: 2 pass, 1 fail, 1 skipped\n")
                .doesNotContain("notes.txt");
        assertThat(Run.of("check", "-v", directory.toString()).out()).contains("skipped  " + directory + "/notes.txt");
    }

    @Test
    void one_without_media_says_so() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        assertThat(Run.of("check", other.toString()))
                .isEqualTo(new Run(
                        0,
                        "",
                        "preflight: There is no image or video below " + other + "; 0 other files were skipped.\n"));
        assertThat(Run.of("check", "--quiet", other.toString()).err()).isEmpty();
    }

    @Test
    void no_report_is_written_over_what_is_below_it() {
        Run run = Run.of("check", "-o", directory + "/a.png", directory.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("would overwrite");
    }

    @Test
    void the_program_reads_a_directory_for_a_request_in_no_case() {
        assertThat(Run.of("check", "--request", directory.toString()).code()).isEqualTo(ExitCode.NOT_PASSED);
    }
}
