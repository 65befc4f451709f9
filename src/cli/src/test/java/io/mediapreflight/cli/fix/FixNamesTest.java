package io.mediapreflight.cli.fix;

import static io.mediapreflight.cli.fix.FixedDirectory.fix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a run takes, and what their copies are called. */
class FixNamesTest {
    @TempDir
    Path root;

    private FixedDirectory directory;

    @BeforeEach
    void an_empty_directory() {
        directory = new FixedDirectory(root);
    }

    @Test
    void a_copy_lies_beside_its_original() throws IOException {
        directory.with("clip.mkv", "in/dance.v2.mkv");
        assertThat(directory.planned(directory.path("in/dance.v2.mkv")))
                .containsExactly("in/dance.v2.mkv > in/dance.v2-fixed.mp4");
    }

    @Test
    void below_the_directory_of_copies_each_has_the_place_of_its_original() throws IOException {
        directory
                .with("clip.mkv", "in/clip.mkv")
                .with("clip.webm", "in/a/b/clip.webm")
                .with("too-tall-300x900.jpg", "tall.jpg");
        assertThat(directory.planned("-d", directory.path("out"), directory.path("in"), directory.path("tall.jpg")))
                .containsExactly(
                        "a/b/clip.webm > out/a/b/clip-fixed.mp4",
                        "clip.mkv > out/clip-fixed.mp4",
                        "tall.jpg > out/tall-fixed.jpg");
    }

    @Test
    void two_files_never_get_one_copy() throws IOException {
        directory
                .with("clip.mkv", "in/clip.mkv")
                .with("clip.webm", "in/clip.webm")
                .with("too-tall-300x900.jpg", "in/clip.jpg");
        assertThat(directory.planned(directory.path("in")))
                .containsExactly(
                        "clip.jpg > in/clip-fixed.jpg",
                        "clip.mkv > in/clip-fixed.mp4",
                        "clip.webm > in/clip-fixed-2.mp4");
        assertThat(fix("--dry-run", directory.path("in")).err())
                .contains("clip-fixed is the name of the copy of ", "that of ", "clip.webm is ", "clip-fixed-2.");
    }

    @Test
    void upper_and_lower_case_do_not_distinguish_copies() throws IOException {
        directory.with("clip.mkv", "a/Clip.mkv").with("clip.mkv", "b/clip.mkv");
        assertThat(directory.planned(
                        "-d", directory.path("out"), directory.path("a/Clip.mkv"), directory.path("b/clip.mkv")))
                .containsExactly("a/Clip.mkv > out/Clip-fixed.mp4", "b/clip.mkv > out/clip-fixed-2.mp4");
    }

    @Test
    void a_file_that_is_to_be_fixed_itself_is_no_place_for_a_copy() throws IOException {
        directory.with("clip.mkv", "clip.mkv").with("too-long-30.1s.mp4", "clip-fixed.mp4");
        assertThat(directory.planned("--overwrite", directory.path("clip.mkv"), directory.path("clip-fixed.mp4")))
                .containsExactly("clip.mkv > clip-fixed-2.mp4", "clip-fixed.mp4 > clip-fixed-3.mp4");
    }

    @Test
    void the_copy_of_a_file_that_passes_never_replaces_another_original() throws IOException {
        directory.with("too-tall-300x900.jpg", "a/x.jpg").with("photo-small.jpg", "b/x.jpg");
        byte[] original = Files.readAllBytes(root.resolve("a/x.jpg"));
        fix("--copy-passing", "--overwrite", "-d", directory.path("a"), directory.path("b"), directory.path("a"));
        assertThat(root.resolve("a/x.jpg")).hasBinaryContent(original);
        assertThat(root.resolve("a/x-2.jpg")).hasSameBinaryContentAs(root.resolve("b/x.jpg"));
    }

    @Test
    void what_a_named_link_leads_to_is_no_place_for_a_copy() throws IOException {
        directory.with("too-tall-300x900.jpg", "a.jpg").with("too-wide-800x310.png", "a-fixed.jpg");
        Files.createSymbolicLink(root.resolve("link.jpg"), Path.of("a-fixed.jpg"));
        assertThat(directory.planned("--overwrite", directory.path("a.jpg"), directory.path("link.jpg")))
                .containsExactly("a.jpg > a-fixed-2.jpg", "link.jpg > link-fixed.png");
    }

    @Test
    void with_a_directory_of_copies_an_original_may_be_called_as_it_likes() throws IOException {
        directory.with("too-long-30.1s.mp4", "in/talk-fixed.mp4").with("clip.mkv", "in/talk.mkv");
        assertThat(directory.planned("-d", directory.path("out"), directory.path("in")))
                .containsExactly("talk-fixed.mp4 > out/talk-fixed-2.mp4", "talk.mkv > out/talk-fixed.mp4");
    }

    @Test
    void an_original_that_is_called_like_a_copy_is_no_place_for_one() throws IOException {
        directory
                .with("too-tall-300x900.jpg", "a/sub/talk.jpg")
                .with("too-tall-300x900.jpg", "a/sub/talk-fixed.jpg")
                .with("too-tall-300x900.jpg", "b/sub/talk.jpg");
        assertThat(directory.planned(
                        "--overwrite", "-d", directory.path("a"), directory.path("b"), directory.path("a/sub")))
                .noneMatch(plan -> plan.endsWith(" > a/sub/talk-fixed.jpg"));
    }

    @Test
    void a_file_that_passes_is_in_its_place_where_its_directory_is_that_of_copies() throws IOException {
        directory.with("photo-small.jpg", "in/a.jpg");
        for (String dryRun : List.of("--dry-run", "--no-color")) {
            Run run = fix(dryRun, "--copy-passing", "-d", directory.path("in"), directory.path("in"));
            assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        }
    }

    @Test
    void subtitles_beside_a_video_are_not_its_original() throws IOException {
        directory.with("too-long-30.1s.mp4", "in/talk-fixed.mp4");
        Files.writeString(root.resolve("in/talk.srt"), "1");
        assertThat(directory.planned(directory.path("in"))).contains("talk-fixed.mp4 > in/talk-fixed-2.mp4");
    }

    @Test
    void a_file_in_place_of_a_directory_is_named() throws IOException {
        directory.with("too-tall-300x900.jpg", "a.jpg").with("photo-small.jpg", "out");
        Run run = fix("-d", directory.path("out/sub"), directory.path("a.jpg"));
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out() + run.err()).contains("out is not a directory");
    }

    @Test
    void copies_of_an_earlier_run_are_left_as_they_are() throws IOException {
        directory
                .with("clip.mkv", "in/clip.mkv")
                .with("too-long-30.1s.mp4", "in/clip-fixed.mp4")
                .with("too-long-30.1s.mp4", "in/clip-fixed-2.mp4")
                .with("too-long-30.1s.mp4", "in/bug-fixed.mp4");
        assertThat(directory.planned("--overwrite", directory.path("in")))
                .containsExactly("bug-fixed.mp4 > in/bug-fixed-2.mp4", "clip.mkv > in/clip-fixed.mp4");
        assertThat(fix("--dry-run", directory.path("in")).err())
                .contains("2 copies of earlier runs lie beside their originals; they were left as they are.");
    }

    @Test
    void the_directory_of_copies_is_not_searched_where_it_lies_in_another_one() throws IOException {
        directory.with("clip.mkv", "in/clip.mkv").with("clip.webm", "in/out/other.webm");
        assertThat(directory.planned("-d", directory.path("in/out"), directory.path("in")))
                .containsExactly("clip.mkv > in/out/clip-fixed.mp4");
    }

    @Test
    void a_directory_can_hold_its_own_copies() throws IOException {
        directory.with("clip.mkv", "in/a/clip.mkv");
        assertThat(directory.planned("-d", directory.path("in"), directory.path("in")))
                .containsExactly("a/clip.mkv > in/a/clip-fixed.mp4");
    }

    @Test
    void an_existing_file_is_in_the_way_unless_it_may_be_replaced() throws IOException {
        directory.with("clip.mkv", "clip.mkv").with("clip.mov", "clip-fixed.mp4");
        Run run = fix("--dry-run", directory.path("clip.mkv"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("not fixed: ", "clip-fixed.mp4 exists already.");
        assertThat(fix("--dry-run", "--overwrite", directory.path("clip.mkv")).code())
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void a_file_that_is_named_twice_gets_one_copy() throws IOException {
        directory.with("clip.mkv", "in/clip.mkv");
        assertThat(directory.planned(
                        directory.path("in/clip.mkv"), directory.path("in"), directory.path("in/../in/clip.mkv")))
                .containsExactly("in/clip.mkv > in/clip-fixed.mp4");
    }

    @Test
    void a_link_is_fixed_under_its_own_name() throws IOException {
        directory.with("clip.mkv", "store/0001");
        Path link = Files.createSymbolicLink(directory.file("clip.mkv"), directory.file("store/0001"));
        assumeThat(link).exists();
        assertThat(directory.planned(directory.path("clip.mkv"))).containsExactly("clip.mkv > clip-fixed.mp4");
    }

    @Test
    void a_hostile_name_stays_a_name() throws IOException {
        directory.with("clip.mkv", "in/-i %d 'x'\n$(id).mkv");
        assertThat(directory.planned(directory.path("in")))
                .containsExactly("-i %d 'x'\n$(id).mkv > in/-i %d 'x'\n$(id)-fixed.mp4");
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        directory.with("clip.mkv", "in/clip.mkv").with("clip.mov", "in/clip.mov");
        Map<String, String> before = directory.files();
        Run run = fix("--dry-run", "--copy-passing", "-d", directory.path("out/deep"), directory.path("in"));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains("plan: copy to ", "2 checked: 1 already passes, copied, 1 can be fixed");
        assertThat(directory.files()).isEqualTo(before);
        assertThat(directory.file("out")).doesNotExist();
    }

    @Test
    void what_is_no_media_is_skipped_in_a_directory_and_an_error_by_its_name() throws IOException {
        Path notes = Files.writeString(directory.file("notes.txt"), "notes");
        assertThat(fix(root.toString()).out()).contains("No media found");
        assertThat(fix(root.toString()).code()).isEqualTo(ExitCode.PASSED);
        Run named = fix(notes.toString());
        assertThat(named.out()).contains("media.kind", "not fixed: ");
        assertThat(named.code()).isEqualTo(ExitCode.NOT_PASSED);
    }
}
